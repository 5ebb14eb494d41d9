/** Asks an agent, or the controller, for its public address. All who ask within a minute share one detection. */
package io.jenkins.plugins.securityspacedns.agent;
