package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.AccessRestriction;
import org.kohsuke.accmod.impl.ErrorListener;
import org.kohsuke.accmod.impl.Location;
import org.kohsuke.accmod.impl.RestrictedElement;

public class DoNotUse extends AccessRestriction {

    public DoNotUse() {
        throw new RuntimeException("Stub!");
    }

    public void written(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void usedAsSuperType(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void usedAsInterface(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void instantiated(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void invoked(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void read(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public void error(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }

    public boolean appliesToNested() {
        throw new RuntimeException("Stub!");
    }
}
