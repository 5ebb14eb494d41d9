package hudson.security;

public class ACLContext implements AutoCloseable {

    public void close() {
        throw new RuntimeException("Stub!");
    }

    ACLContext() {
        throw new RuntimeException("Stub!");
    }
}
