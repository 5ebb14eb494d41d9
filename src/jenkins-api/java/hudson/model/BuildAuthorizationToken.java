package hudson.model;

@Deprecated
public final class BuildAuthorizationToken {

    @Deprecated
    public BuildAuthorizationToken(String token) {
        throw new RuntimeException("Stub!");
    }
}
