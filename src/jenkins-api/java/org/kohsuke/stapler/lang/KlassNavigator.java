package org.kohsuke.stapler.lang;

import java.net.URL;
import java.util.List;

public abstract class KlassNavigator<C> {

    public KlassNavigator() {
        throw new RuntimeException("Stub!");
    }

    public abstract URL getResource(C value, String value2);

    public abstract Iterable<Klass<?>> getAncestors(C value);

    public abstract Klass<?> getSuperClass(C value);

    public abstract Class toJavaClass(C value);

    public abstract List<MethodRef> getDeclaredMethods(C value);
}
