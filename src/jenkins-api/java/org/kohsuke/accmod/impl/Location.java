package org.kohsuke.accmod.impl;

public interface Location {

    String getClassName();

    String getMethodName();

    String getMethodDescriptor();

    int getLineNumber();

    String toString();

    ClassLoader getDependencyClassLoader();

    String getProperty(String value);
}
