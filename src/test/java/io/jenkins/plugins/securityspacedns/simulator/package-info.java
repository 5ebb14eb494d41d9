/**
 * A SecuritySpace server for tests: real HTTP and HTTPS on loopback, following the published specification, with faults
 * on demand and an address echo. It shares no code with the plugin, so that a mistake in one is not repeated in the other.
 */
package io.jenkins.plugins.securityspacedns.simulator;
