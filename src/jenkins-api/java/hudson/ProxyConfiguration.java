package hudson;

import hudson.model.Describable;
import hudson.model.Saveable;
import hudson.util.Secret;
import java.io.IOException;
import java.io.Serializable;
import java.net.Proxy;
import org.kohsuke.stapler.DataBoundConstructor;

public final class ProxyConfiguration implements Describable<ProxyConfiguration>, Saveable, Serializable {

    public final String name;

    public final int port;

    @DataBoundConstructor
    public ProxyConfiguration(String name, int port) {
        throw new RuntimeException("Stub!");
    }

    public ProxyConfiguration(String name, int port, String userName, String password) {
        throw new RuntimeException("Stub!");
    }

    public ProxyConfiguration(String name, int port, String userName, String password, String noProxyHost) {
        throw new RuntimeException("Stub!");
    }

    public ProxyConfiguration(
            String name, int port, String userName, String password, String noProxyHost, String testUrl) {
        throw new RuntimeException("Stub!");
    }

    public String getUserName() {
        throw new RuntimeException("Stub!");
    }

    public Secret getSecretPassword() {
        throw new RuntimeException("Stub!");
    }

    public int getPort() {
        throw new RuntimeException("Stub!");
    }

    public String getName() {
        throw new RuntimeException("Stub!");
    }

    public String getNoProxyHost() {
        throw new RuntimeException("Stub!");
    }

    public Proxy createProxy(String host) {
        throw new RuntimeException("Stub!");
    }

    public static Proxy createProxy(String host, String name, int port, String noProxyHost) {
        throw new RuntimeException("Stub!");
    }

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
