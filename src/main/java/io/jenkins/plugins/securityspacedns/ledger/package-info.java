/**
 * What is known of every account: what SecuritySpace last confirmed for each host, which stops and holds are set and how many
 * requests were sent; and the guard, which decides from that whether a host may be sent. Values and rules over the JDK; the
 * time comes in as an argument.
 */
package io.jenkins.plugins.securityspacedns.ledger;
