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
    public List<DomainRequirement> build() {
        throw new RuntimeException("Stub!");
    }

    private URIRequirementBuilder() {
        throw new RuntimeException("Stub!");
    }
}
