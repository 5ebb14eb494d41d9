package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public class URIRequirementBuilder {

    @NonNull
    public static URIRequirementBuilder create() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static URIRequirementBuilder fromUri(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder duplicate() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withUri(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withoutScheme() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withoutPath() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withoutHostname() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withoutHostnamePort() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withScheme(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withPath(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withHostname(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public URIRequirementBuilder withHostnamePort(@CheckForNull String value, int value2) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public List<DomainRequirement> build() {
        throw new RuntimeException("Stub!");
    }

    private URIRequirementBuilder() {
        throw new RuntimeException("Stub!");
    }
}
