/** How jobs ask for an update: the Pipeline steps and the freestyle builder, which bind arguments and do no more. */
package io.jenkins.plugins.securityspacedns.job;
