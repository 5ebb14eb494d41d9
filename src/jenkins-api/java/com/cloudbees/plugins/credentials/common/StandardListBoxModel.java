package com.cloudbees.plugins.credentials.common;

import edu.umd.cs.findbugs.annotations.NonNull;

public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {

    public StandardListBoxModel() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    protected String describe(@NonNull StandardCredentials standardCredentials) {
        throw new RuntimeException("Stub!");
    }
}
