package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;
import hudson.model.Saveable;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import java.io.IOException;
import java.util.List;

public abstract class CredentialsStore implements AccessControlled, Saveable {

    public CredentialsStore() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public abstract ModelObject getContext();

    @NonNull
    public ACL getACL() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<Domain> getDomains() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public abstract List<Credentials> getCredentials(@NonNull Domain domain);

    public abstract boolean addCredentials(@NonNull Domain domain, @NonNull Credentials credentials) throws IOException;

    public abstract boolean removeCredentials(@NonNull Domain domain, @NonNull Credentials credentials)
            throws IOException;

    public abstract boolean updateCredentials(
            @NonNull Domain domain, @NonNull Credentials credentials, @NonNull Credentials credentials2)
            throws IOException;

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
