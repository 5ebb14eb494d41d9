/**
 * Finds the public address: the sources that tell it, the race between them, the agreement that decides it, and the
 * rules for addresses. A {@link io.jenkins.plugins.securityspacedns.address.DetectionPlan} runs wherever it is sent, over
 * the JDK and a handful of classes of this package; whoever gets its result back checks it again with
 * {@link io.jenkins.plugins.securityspacedns.address.DetectionResult#verified}.
 */
package io.jenkins.plugins.securityspacedns.address;
