package io.jenkins.plugins.securityspacedns.report;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** Is told of each update of a build. */
public interface DnsUpdateListener extends ExtensionPoint {

    /**
     * @param run the build
     * @param result what came of the update; the build keeps it already
     */
    void onUpdate(Run<?, ?> run, DnsUpdateResult result);
}
