package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.Permission;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {

    public static final Permission USE_ITEM = null;

    public static final Permission VIEW = null;

    public CredentialsProvider() {
        throw new RuntimeException("Stub!");
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            @NonNull Class<C> type, @Nullable ItemGroup<?> itemGroup, @Nullable Authentication authentication) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            @NonNull String value,
            @NonNull Class<C> type,
            @Nullable ItemGroup<?> itemGroup,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends IdCredentials> C findCredentialByIdInItem(
            @NonNull String id,
            @NonNull Class<C> type,
            @Nullable Item item,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> domainRequirements) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends IdCredentials> C findCredentialById(
            @NonNull String value, @NonNull Class<C> type, @NonNull Run<?, ?> run) {
        throw new RuntimeException("Stub!");
    }

    public static <C extends IdCredentials> C findCredentialById(
            @NonNull String value,
            @NonNull Class<C> type,
            @NonNull Run<?, ?> run,
            DomainRequirement... domainRequirements) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends IdCredentials> C findCredentialById(
            @NonNull String value,
            @NonNull Class<C> type,
            @NonNull Run<?, ?> run,
            @Nullable List<DomainRequirement> list) {
        throw new RuntimeException("Stub!");
    }

    public static ExtensionList<CredentialsProvider> all() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Run run, @CheckForNull C credentials) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Node node, @CheckForNull C credentials) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Item item, @CheckForNull C credentials) {
        throw new RuntimeException("Stub!");
    }
}
