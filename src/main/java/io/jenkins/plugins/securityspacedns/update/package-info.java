/**
 * The one way an update takes: address, guard, requests, outcomes, verdict. Everything that updates hosts calls {@link
 * io.jenkins.plugins.securityspacedns.update.Updater}, and nothing else sends a request.
 */
package io.jenkins.plugins.securityspacedns.update;
