/** Asks an agent, or the controller, for its public address; all who ask within a minute share one detection. */
package io.jenkins.plugins.securityspacedns.agent;
