package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public class HostnameRequirement extends DomainRequirement {

    public HostnameRequirement(@CheckForNull String value) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getHostname() {
        throw new RuntimeException("Stub!");
    }
}
