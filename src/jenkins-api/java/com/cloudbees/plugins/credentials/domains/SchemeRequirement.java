package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;

public class SchemeRequirement extends DomainRequirement {

    public SchemeRequirement(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getScheme() {
        throw new RuntimeException("Stub!");
    }
}
