package org.kohsuke.accmod;

import org.kohsuke.accmod.impl.ErrorListener;
import org.kohsuke.accmod.impl.Location;
import org.kohsuke.accmod.impl.RestrictedElement;

public abstract class AccessRestriction {

    public AccessRestriction() {
        throw new RuntimeException("Stub!");
    }

    public abstract void usedAsSuperType(
            Location location, RestrictedElement restrictedElement, ErrorListener errorListener);

    public abstract void usedAsInterface(
            Location location, RestrictedElement restrictedElement, ErrorListener errorListener);

    public abstract void instantiated(
            Location location, RestrictedElement restrictedElement, ErrorListener errorListener);

    public abstract void invoked(Location location, RestrictedElement restrictedElement, ErrorListener errorListener);

    public abstract void read(Location location, RestrictedElement restrictedElement, ErrorListener errorListener);

    public abstract void written(Location location, RestrictedElement restrictedElement, ErrorListener errorListener);
}
