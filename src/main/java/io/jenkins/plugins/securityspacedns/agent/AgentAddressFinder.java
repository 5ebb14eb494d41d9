package io.jenkins.plugins.securityspacedns.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the public address of an agent, or of the controller. An agent that is gone or hangs gives no address. */
public final class AgentAddressFinder implements AddressFinder {

    /** How long an agent may take beyond the deadline that the detection keeps by itself, in milliseconds. */
    private static final long SLACK = 15_000;

    private final String agent;
    private final VirtualChannel channel;

    /**
     * @param computer the agent, or null for the controller
     */
    public AgentAddressFinder(@CheckForNull Computer computer) {
        agent = computer == null ? "the controller" : computer.getDisplayName();
        channel = computer == null ? FilePath.localChannel : computer.getChannel();
    }

    /**
     * @throws InvalidInputException if the configured sources and agreement do not go together
     */
    @Override
    public Found find() throws InterruptedException {
        if (channel == null) {
            return nothing("it is offline");
        }
        DetectionPlan detection = SecuritySpaceDnsConfiguration.get().detection();
        try (DetectionCache.Part detecting = DetectionCache.get().join(channel, detection)) {
            DetectionResult result = detecting.result().get(detection.deadline() + SLACK, TimeUnit.MILLISECONDS);
            Found found = Found.of(result.verified(detection), Instant.now());
            return new Found(found.address(), agent + ": " + found.explanation(), found.at());
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
                Optional.empty(),
                "The public address of " + agent + " could not be found, because " + why + ".",
                Optional.empty());
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return "the connection to it failed ("
                + Printable.excerpt(message == null ? failure.getClass().getSimpleName() : message) + ")";
    }
}
