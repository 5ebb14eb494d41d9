/**
 * The periodic trigger: looks at what a job last updated, finds the public address again, asks the guard what it would
 * let through, and starts a build if that is something. It never sends an update.
 */
package io.jenkins.plugins.securityspacedns.trigger;
