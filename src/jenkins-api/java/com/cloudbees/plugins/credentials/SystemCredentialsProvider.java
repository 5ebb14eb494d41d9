package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.domains.Domain;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

public class SystemCredentialsProvider extends AbstractDescribableImpl<SystemCredentialsProvider> implements Saveable {

    public SystemCredentialsProvider() {
        throw new RuntimeException("Stub!");
    }

    public static SystemCredentialsProvider getInstance() {
        throw new RuntimeException("Stub!");
    }

    public List<Credentials> getCredentials() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Map<Domain, List<Credentials>> getDomainCredentialsMap() {
        throw new RuntimeException("Stub!");
    }

    public void setDomainCredentialsMap(Map<Domain, List<Credentials>> map) {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
