package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {

    public AbstractIdCredentialsListBoxModel() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    protected abstract String describe(@NonNull C idCredentials);

    @NonNull
    public AbstractIdCredentialsListBoxModel<T, C> with(@CheckForNull C idCredentials) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        throw new RuntimeException("Stub!");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            @NonNull Authentication authentication,
            @Nullable Item item,
            @NonNull Class<? extends C> type,
            @NonNull List<DomainRequirement> list,
            @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            @NonNull Authentication authentication,
            @NonNull ItemGroup itemGroup,
            @NonNull Class<? extends C> type,
            @NonNull List<DomainRequirement> list,
            @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(@NonNull String value) {
        throw new RuntimeException("Stub!");
    }
}
