package com.cloudbees.plugins.credentials.impl;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Descriptor;
import hudson.util.Secret;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

public class UsernamePasswordCredentialsImpl extends BaseStandardCredentials
        implements StandardUsernamePasswordCredentials {

    @DataBoundConstructor
    public UsernamePasswordCredentialsImpl(
            @CheckForNull CredentialsScope credentialsScope,
            @CheckForNull String value,
            @CheckForNull String value2,
            @CheckForNull String value3,
            @CheckForNull String value4)
            throws Descriptor.FormException {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Secret getPassword() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getUsername() {
        throw new RuntimeException("Stub!");
    }

    public boolean isUsernameSecret() {
        throw new RuntimeException("Stub!");
    }

    @DataBoundSetter
    public void setUsernameSecret(boolean value) {
        throw new RuntimeException("Stub!");
    }
}
