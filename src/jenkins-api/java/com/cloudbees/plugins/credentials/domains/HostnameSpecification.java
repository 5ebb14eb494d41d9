package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import org.kohsuke.stapler.DataBoundConstructor;

public class HostnameSpecification extends DomainSpecification {

    @DataBoundConstructor
    public HostnameSpecification(@CheckForNull String value, @CheckForNull String value2) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getIncludes() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getExcludes() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public DomainSpecification.Result test(@NonNull DomainRequirement domainRequirement) {
        throw new RuntimeException("Stub!");
    }
}
