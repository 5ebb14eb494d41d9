/**
 * What administrators see and do of accounts: the management page with Resume and Forget, the monitor that calls them, the
 * remote API, and the upkeep of the ledger. A user name that is marked secret is never shown.
 */
package io.jenkins.plugins.securityspacedns.accounts;
