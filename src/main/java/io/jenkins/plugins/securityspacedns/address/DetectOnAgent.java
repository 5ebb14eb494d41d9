package io.jenkins.plugins.securityspacedns.address;

import jenkins.agents.ControllerToAgentCallable;

/**
 * A detection that runs where the agent is. It takes plain values there and brings plain values back; what comes back is
 * untrusted until it is {@link DetectionResult#verified}.
 *
 * @param plan what to do
 */
public record DetectOnAgent(DetectionPlan plan)
        implements ControllerToAgentCallable<DetectionResult, InterruptedException> {

    @Override
    public DetectionResult call() throws InterruptedException {
        return plan.run();
    }
}
