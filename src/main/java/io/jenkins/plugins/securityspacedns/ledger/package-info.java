/**
 * The memory of the plugin: what SecuritySpace last confirmed for each account and host, which backoffs run and which
 * latches are set, and the guard that decides from it whether a request may be sent. Pure logic over values; time comes
 * in as an argument, and storage is behind {@link io.jenkins.plugins.securityspacedns.ledger.LedgerStore}.
 */
package io.jenkins.plugins.securityspacedns.ledger;
