package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Family;

/**
 * What applies if nobody chooses otherwise, in Jenkins and on the command line. The endpoint is {@link Endpoint#DEFAULT}, and
 * the outcomes that fail a build are {@link FailOn#DEFAULT}.
 */
public final class Defaults {

    /** The method of requests. */
    public static final Method METHOD = Method.GET;

    /** The family of the public address. */
    public static final Family FAMILY = Family.IPV4;

    /** How many independent sources have to name the same address. */
    public static final int AGREEMENT = 2;

    /** After how many days a host is sent again; a host that is never updated looks abandoned. */
    public static final int KEEP_ALIVE_DAYS = 25;

    /** How long making a connection may take. */
    public static final int CONNECT_SECONDS = 10;

    /** How long one request may take in all. */
    public static final int REQUEST_SECONDS = 30;

    /** How long finding the public address may take in all. */
    public static final int DETECTION_SECONDS = 10;

    /** How long the name servers may take to serve what was confirmed. */
    public static final int VERIFY_SECONDS = 120;

    private Defaults() {}
}
