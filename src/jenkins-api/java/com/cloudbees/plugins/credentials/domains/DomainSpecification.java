package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;

public abstract class DomainSpecification extends AbstractDescribableImpl<DomainSpecification>
        implements ExtensionPoint, Serializable {

    public DomainSpecification() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public abstract DomainSpecification.Result test(@NonNull DomainRequirement domainRequirement);

    public enum Result {
        UNKNOWN,
        NEGATIVE,
        PARTIAL,
        POSITIVE;
    }
}
