/**
 * The command line: the same engine without Jenkins, for cron jobs, shell commands of other systems and
 * trouble-shooting.
 */
package io.jenkins.plugins.securityspacedns.cli;
