package org.kohsuke.accmod.impl;

public interface ErrorListener {

    void onError(Throwable throwable, Location location, String value);

    void onWarning(Throwable throwable, Location location, String value);
}
