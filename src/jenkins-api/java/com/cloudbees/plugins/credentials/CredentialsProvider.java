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
import hudson.model.ModelObject;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
        implements ExtensionPoint, Describable<CredentialsProvider> {

    public static final Permission USE_OWN = null;

    public static final Permission USE_ITEM = null;

    public static final Permission CREATE = null;

    public static final Permission UPDATE = null;

    public static final Permission VIEW = null;

    public CredentialsProvider() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            @NonNull Class<C> type, @Nullable ItemGroup itemGroup, @Nullable Authentication authentication) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            @NonNull Class<C> type,
            @Nullable ItemGroup itemGroup,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list) {
        throw new RuntimeException("Stub!");
    }

    public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
            @NonNull Class<C> type,
            @Nullable ItemGroup itemGroup,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list,
            @Nullable CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            @NonNull Class<C> type, @Nullable Item item, @Nullable Authentication authentication) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            @NonNull Class<C> type,
            @Nullable Item item,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
            @NonNull Class<C> type,
            @Nullable Item item,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list,
            @Nullable CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    public static Iterable<CredentialsStore> lookupStores(ModelObject modelObject) {
        throw new RuntimeException("Stub!");
    }

    public static <C extends Credentials> C snapshot(C credentials) {
        throw new RuntimeException("Stub!");
    }

    public static <C extends Credentials> C snapshot(Class<C> type, C credentials) {
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
            @NonNull String value,
            @NonNull Class<C> type,
            @Nullable Item item,
            @Nullable Authentication authentication,
            @Nullable List<DomainRequirement> list) {
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

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Run run, C... credentialss) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Run run, @NonNull List<C> list) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Node node, @CheckForNull C credentials) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Node node, C... credentialss) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Node node, @NonNull List<C> list) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static <C extends Credentials> C track(@NonNull Item item, @CheckForNull C credentials) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Item item, C... credentialss) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> trackAll(@NonNull Item item, @NonNull List<C> list) {
        throw new RuntimeException("Stub!");
    }
}
