package org.jenkinsci.remoting;

public final class Role {

    public Role(Class<?> name) {
        throw new RuntimeException("Stub!");
    }
}
