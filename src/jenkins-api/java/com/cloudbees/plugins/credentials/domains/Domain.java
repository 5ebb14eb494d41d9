package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;

public class Domain implements Serializable {

    @DataBoundConstructor
    public Domain(String value, String value2, List<DomainSpecification> list) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static Domain global() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getName() {
        throw new RuntimeException("Stub!");
    }

    public boolean test(DomainRequirement... domainRequirements) {
        throw new RuntimeException("Stub!");
    }

    public boolean test(@NonNull List<DomainRequirement> list) {
        throw new RuntimeException("Stub!");
    }
}
