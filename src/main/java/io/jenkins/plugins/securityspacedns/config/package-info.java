/**
 * What the administrator chose, and what the engine gets from Jenkins: credentials, the HTTP client that honours the
 * proxy, the folder for the ledger.
 */
package io.jenkins.plugins.securityspacedns.config;
