package org.kohsuke.stapler.lang;

import java.lang.annotation.Annotation;

public abstract class AnnotatedRef {

    public abstract <T extends Annotation> T getAnnotation(Class<T> type);

    AnnotatedRef() {
        throw new RuntimeException("Stub!");
    }
}
