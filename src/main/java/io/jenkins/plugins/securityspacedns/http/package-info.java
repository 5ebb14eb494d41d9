/**
 * Sends one update request over HTTP and brings back what came of it, with hard limits on time and size. It knows
 * neither what the answer means nor Jenkins.
 */
package io.jenkins.plugins.securityspacedns.http;
