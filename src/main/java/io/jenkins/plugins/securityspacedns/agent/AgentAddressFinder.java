package io.jenkins.plugins.securityspacedns.agent;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Finds the public address of an agent, or of the controller. An agent that is gone or hangs gives no address. */
public final class AgentAddressFinder implements AddressFinder {

    private static final String HINT =
            "Each machine asks these places itself. Let it reach them, choose other sources, or give the address.";

    private final String agent;
    private final VirtualChannel channel;
    private final DetectionPlan plan;
    private final String list;

    /**
     * @param computer the agent, or null for the controller
     * @param plan what to ask
     * @param list whose list of sources that is, such as {@code its own sources}; messages tell it
     */
    public AgentAddressFinder(@CheckForNull Computer computer, DetectionPlan plan, String list) {
        this.agent = computer == null ? "the controller" : computer.getDisplayName();
        this.channel = computer == null ? FilePath.localChannel : computer.getChannel();
        this.plan = plan;
        this.list = list;
    }

    @Override
    public Found find() throws InterruptedException {
        CompletableFuture<Found> asking = ask();
        try {
            return asking.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            asking.cancel(false);
        }
    }

    /**
     * Has the address found without holding a thread meanwhile. Returns at once.
     *
     * @return what was found, in bounded time; it never fails
     */
    public CompletableFuture<Found> ask() {
        if (channel == null) {
            return CompletableFuture.completedFuture(nothing("it is offline"));
        }
        CompletableFuture<DetectionCache.Detection> detection =
                DetectionCache.get().detect(channel, plan);
        CompletableFuture<Found> found =
                detection.handle((detected, failure) -> failure == null ? found(detected) : nothing(reason(failure)));
        found.whenComplete((any, failure) -> detection.cancel(false));
        return found;
    }

    /**
     * Tells what every source says, for people who try them; it waits for all.
     *
     * @return the result, verified
     * @throws InvalidInputException if the agent cannot be asked
     */
    public DetectionResult answers() throws InterruptedException {
        if (channel == null) {
            throw new InvalidInputException(nothing("it is offline").explanation());
        }
        CompletableFuture<DetectionCache.Detection> detection =
                DetectionCache.get().detect(channel, plan.waitingForAll());
        try {
            return detection.get().result();
        } catch (ExecutionException e) {
            throw new InvalidInputException(nothing(reason(e.getCause())).explanation());
        } finally {
            detection.cancel(false);
        }
    }

    private Found found(DetectionCache.Detection detection) {
        Found found = detection.found();
        long seconds = detection.age().toSeconds();
        String age = seconds == 0 ? "" : ", asked " + seconds + " s ago";
        return new Found(
                found.address(),
                agent + " (" + list + age + "): " + found.explanation()
                        + (found.address().isPresent() ? "" : '\n' + HINT),
                found.at());
    }

    private Found nothing(String why) {
        return new Found(
                Optional.empty(),
                "The public address of " + agent + " could not be found, because " + why + ".",
                Optional.empty());
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return "it did not answer";
        }
        String message = cause.getMessage();
        return "the connection to it failed ("
                + Printable.excerpt(message == null ? cause.getClass().getSimpleName() : message) + ")";
    }
}
