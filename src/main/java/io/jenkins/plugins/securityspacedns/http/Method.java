package io.jenkins.plugins.securityspacedns.http;

/** How an update request is sent: the protocol specification allows both. */
public enum Method {
    /** Parameters in the query. */
    GET,
    /** The same parameters as a form in the body. */
    POST
}
