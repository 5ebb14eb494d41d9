package org.kohsuke.stapler.lang;

import java.lang.reflect.InvocationTargetException;

public abstract class MethodRef extends AnnotatedRef {

    public MethodRef() {
        throw new RuntimeException("Stub!");
    }

    public abstract Object invoke(Object value, Object... objects)
            throws InvocationTargetException, IllegalAccessException;
}
