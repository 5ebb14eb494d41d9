package io.jenkins.plugins.securityspacedns.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program is called towards people and servers. */
final class Product {

    static final String VERSION;
    static final String USER_AGENT;

    static {
        Properties properties = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        VERSION = properties.getProperty("version");
        USER_AGENT = "securityspace-dns/" + VERSION + " (" + properties.getProperty("url") + ")";
    }

    private Product() {}
}
