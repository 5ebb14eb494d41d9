package io.jenkins.plugins.securityspacedns.config;

import hudson.PluginWrapper;
import jenkins.model.Jenkins;

/** What this plugin is called towards servers. */
final class Product {

    private Product() {}

    /** Product and version (RFC 9110, section 10.1.5), with where to learn more. */
    static String userAgent() {
        PluginWrapper plugin = Jenkins.get().getPluginManager().whichPlugin(Product.class);
        // The version of a development build goes on with who built it where.
        String version = plugin == null ? "dev" : plugin.getVersion().split(" ")[0];
        return "securityspace-dns/" + version + " (https://plugins.jenkins.io/securityspace-dns)";
    }
}
