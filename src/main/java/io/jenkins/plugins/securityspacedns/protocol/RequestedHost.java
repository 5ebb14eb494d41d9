package io.jenkins.plugins.securityspacedns.protocol;

/**
 * A host as somebody asked for it.
 *
 * @param spelling what was written, without white space around it
 * @param name the host name that it means
 */
public record RequestedHost(String spelling, HostName name) {}
