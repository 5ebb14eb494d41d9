package io.jenkins.plugins.securityspacedns.protocol;

/**
 * What one answer of the server means for one host.
 *
 * @param host the host
 * @param outcome what happened to it
 * @param message a sentence for people that says so, safe to print
 */
public record HostAnswer(HostName host, Outcome outcome, String message) {}
