package io.jenkins.plugins.securityspacedns.agent;

import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import jenkins.agents.ControllerToAgentCallable;

/**
 * A detection that runs where the agent is. It takes plain values there and brings plain values back; what comes back is
 * untrusted until it is {@link DetectionResult#verified}.
 *
 * @param plan what to do
 */
record DetectOnAgent(DetectionPlan plan) implements ControllerToAgentCallable<DetectionResult, InterruptedException> {

    @Override
    public DetectionResult call() throws InterruptedException {
        return plan.run();
    }
}
