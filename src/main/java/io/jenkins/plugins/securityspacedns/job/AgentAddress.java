package io.jenkins.plugins.securityspacedns.job;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.Detection;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the public address of an agent, or of the controller. An agent that is gone or hangs gives no address. */
final class AgentAddress implements AddressFinder {

    /** How long an agent may take beyond the deadline that the detection keeps by itself, in milliseconds. */
    private static final long SLACK = 15_000;

    private final String agent;
    private final VirtualChannel channel;
    private final Detection detection;

    /**
     * @param agent the agent as people know it
     * @param channel the way to it, or null where it is offline
     * @param detection how the address is to be found
     */
    AgentAddress(String agent, VirtualChannel channel, Detection detection) {
        this.agent = agent;
        this.channel = channel;
        this.detection = detection;
    }

    @Override
    public Found find() throws InterruptedException {
        if (channel == null) {
            return nothing("it is offline");
        }
        try {
            Future<DetectionResult> detecting = SharedDetections.get().start(channel, detection);
            DetectionResult result = detecting.get(detection.deadline() + SLACK, TimeUnit.MILLISECONDS);
            Found found = Found.of(result.verified(detection));
            return new Found(found.address(), agent + ": " + found.explanation());
        } catch (TimeoutException e) {
            return nothing("it did not answer");
        } catch (ExecutionException e) {
            return nothing(describe(e.getCause()));
        } catch (CancellationException | IOException e) {
            return nothing(describe(e));
        }
    }

    private Found nothing(String why) {
        return new Found(
                Optional.empty(), "The public address of " + agent + " could not be found, because " + why + ".");
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return "the connection to it failed ("
                + Printable.excerpt(message == null ? failure.getClass().getSimpleName() : message) + ")";
    }
}
