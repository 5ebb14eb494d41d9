package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public class BaseCredentials implements Credentials {

    protected BaseCredentials() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public CredentialsScope getScope() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public CredentialsDescriptor getDescriptor() {
        throw new RuntimeException("Stub!");
    }
}
