package com.cloudbees.plugins.credentials;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Collection;
import java.util.List;
import java.util.Set;

public class CredentialsMatchers {

    @NonNull
    public static CredentialsMatcher always() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static CredentialsMatcher never() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static CredentialsMatcher not(@NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> Collection<C> filter(
            @NonNull Collection<C> collection, @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> Set<C> filter(
            @NonNull Set<C> set, @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> List<C> filter(
            @NonNull List<C> list, @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static <C extends Credentials> Iterable<C> filter(
            @NonNull Iterable<C> iterable, @NonNull CredentialsMatcher credentialsMatcher) {
        throw new RuntimeException("Stub!");
    }

    private CredentialsMatchers() {
        throw new RuntimeException("Stub!");
    }
}
