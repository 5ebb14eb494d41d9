package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.BaseCredentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class BaseStandardCredentials extends BaseCredentials implements StandardCredentials {

    public BaseStandardCredentials(@CheckForNull String value, @CheckForNull String value2) {
        throw new RuntimeException("Stub!");
    }

    public BaseStandardCredentials(
            @CheckForNull CredentialsScope credentialsScope, @CheckForNull String value, @CheckForNull String value2) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getDescription() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getId() {
        throw new RuntimeException("Stub!");
    }

    public final int hashCode() {
        throw new RuntimeException("Stub!");
    }

    public final boolean equals(Object value) {
        throw new RuntimeException("Stub!");
    }
}
