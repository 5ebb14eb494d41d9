package org.kohsuke.stapler.bind;

public class BoundObjectTable {

    public BoundObjectTable() {
        throw new RuntimeException("Stub!");
    }
}
