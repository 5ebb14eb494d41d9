package org.kohsuke.accmod.restrictions;

import org.kohsuke.accmod.impl.ErrorListener;
import org.kohsuke.accmod.impl.Location;
import org.kohsuke.accmod.impl.RestrictedElement;

public class Beta extends DoNotUse {

    public Beta() {
        throw new RuntimeException("Stub!");
    }

    public void error(Location loc, RestrictedElement target, ErrorListener errorListener) {
        throw new RuntimeException("Stub!");
    }
}
