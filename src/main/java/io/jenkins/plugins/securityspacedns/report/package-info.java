/** What builds and Pipelines keep and show of an update: result types, and the action of a build with its views. */
package io.jenkins.plugins.securityspacedns.report;
