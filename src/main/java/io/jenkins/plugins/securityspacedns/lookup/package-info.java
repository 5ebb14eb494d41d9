/** Asks the authoritative name servers of a host what they serve. Needs dnsjava, and knows nothing of Jenkins. */
package io.jenkins.plugins.securityspacedns.lookup;
