/**
 * The SecuritySpace dynamic DNS protocol as values: host names, addresses, the request, the reading of the response,
 * return codes and outcomes. Pure functions over the JDK; nothing here opens a connection or knows of Jenkins.
 */
package io.jenkins.plugins.securityspacedns.protocol;
