package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.CauseAction;
import hudson.model.Job;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.update.AddressFinder.Found;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** One look at one job: reads its history, has the address found, decides, starts a build, and writes all that down. */
final class Tick {

    private final Job<?, ?> job;
    private final Clock clock;
    private final Executor executor;
    private final List<String> details = new ArrayList<>();

    /**
     * @param job the job
     * @param clock tells the time
     * @param executor where the rest is done once the addresses are there
     */
    Tick(Job<?, ?> job, Clock clock, Executor executor) {
        this.job = job;
        this.clock = clock;
        this.executor = executor;
    }

    /** {@return when it is over; it waits for no agent itself} */
    CompletableFuture<Void> run() {
        Optional<String> label = label();
        if (label.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return conclude(obstacle.get());
        }
        History history = BuildHistory.of(job);
        Optional<PastBuild> running = history.running();
        if (running.isPresent()) {
            return conclude(new TriggerDecision(
                    Reason.BUILD_UNDER_WAY, "Build #" + running.get().number() + " runs."));
        }
        List<LastUpdate> updates = history.lastUpdates();
        if (updates.isEmpty()) {
            return conclude(start(history, history.withoutUpdate()));
        }
        List<CompletableFuture<TriggerDecision>> findings =
                updates.stream().map(update -> look(update, label.get())).toList();
        return CompletableFuture.allOf(findings.toArray(CompletableFuture[]::new))
                .thenComposeAsync(
                        all -> {
                            List<TriggerDecision> found = findings.stream()
                                    .map(CompletableFuture::join)
                                    .toList();
                            return conclude(start(history, TriggerDecision.first(found)));
                        },
                        executor);
    }

    /** Writes down that the look failed for a cause that has no sentence of its own. */
    void fail(Throwable failure) {
        conclude(new TriggerDecision(
                Reason.FAILED, "Something went wrong (" + failure + "). The log of Jenkins says more."));
    }

    /** The label of the trigger as the job has it now; nothing where the job or its trigger is gone. */
    private Optional<String> label() {
        return exists()
                ? Optional.ofNullable(ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class))
                        .map(SecuritySpaceDnsTrigger::getLabel)
                : Optional.empty();
    }

    private boolean exists() {
        return Jenkins.get().getItemByFullName(job.getFullName()) == job;
    }

    private Optional<TriggerDecision> obstacle() {
        if (Jenkins.get().isQuietingDown()) {
            return Optional.of(new TriggerDecision(Reason.QUIET_DOWN, "Jenkins is going to shut down."));
        }
        if (!job.isBuildable()) {
            return Optional.of(
                    new TriggerDecision(Reason.NOT_BUILDABLE, "The job is disabled or cannot be built yet."));
        }
        return job.isInQueue()
                ? Optional.of(new TriggerDecision(Reason.BUILD_UNDER_WAY, "A build waits in the queue."))
                : Optional.empty();
    }

    private CompletableFuture<TriggerDecision> look(LastUpdate update, String label) {
        if (update.agent().isEmpty()) {
            return CompletableFuture.completedFuture(update.address()
                    .map(address -> judge(update, new Found(Optional.of(address), "", Optional.empty()), "the job"))
                    .orElseThrow());
        }
        LookupNode place = LookupNode.choose(update.agent().get(), label);
        if (!place.problem().isEmpty()) {
            return CompletableFuture.completedFuture(new TriggerDecision(Reason.AGENT_OFFLINE, place.problem()));
        }
        try {
            return new AgentAddressFinder(place.computer())
                    .ask()
                    .thenApplyAsync(found -> judge(update, found, place.name()), executor);
        } catch (InvalidInputException e) { // the configuration of the sources
            return CompletableFuture.completedFuture(new TriggerDecision(Reason.NO_ADDRESS, e.getMessage()));
        }
    }

    private TriggerDecision judge(LastUpdate update, Found found, String place) {
        if (found.address().isEmpty()) {
            return new TriggerDecision(Reason.NO_ADDRESS, found.explanation());
        }
        detail(found.explanation());
        ConfiguredEngine engine = ConfiguredEngine.get();
        Account account;
        AccountState state;
        try {
            account = AccountLookup.find(
                    job,
                    update.credentialsId(),
                    SecuritySpaceDnsConfiguration.get().getEndpoint());
            state = engine.ledger().state(engine.account(account.username()));
        } catch (InvalidInputException e) {
            return new TriggerDecision(Reason.NO_CREDENTIALS, e.getMessage());
        } catch (IOException e) {
            return new TriggerDecision(Reason.NO_LEDGER, e.getMessage());
        }
        return new Judge(engine.guard())
                .judge(update, found.address().get(), place, account.password(), state, clock.instant());
    }

    /** What led to a decision is told where it is more than the decision says. */
    private synchronized void detail(String sentence) {
        if (!sentence.isEmpty() && !details.contains(sentence)) {
            details.add(sentence);
        }
    }

    /** Starts a build if it is time for one. */
    private TriggerDecision start(History history, TriggerDecision finding) {
        TriggerDecision due = history.unlessStartedBefore(finding, clock.instant());
        if (!due.reason().starts()) {
            return due;
        }
        // Finding an address takes a while.
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (BuildHistory.latest(job) != history.latest()) {
            return new TriggerDecision(Reason.BUILD_UNDER_WAY, "A build began meanwhile.");
        }
        CauseAction cause =
                new CauseAction(new SecuritySpaceDnsCause(due.reason().word(), due.message()));
        return ParameterizedJobMixIn.scheduleBuild2(job, 0, cause) == null
                ? new TriggerDecision(
                        Reason.NOT_QUEUED, "Jenkins did not take the build into its queue: " + due.message())
                : due;
    }

    private synchronized CompletableFuture<Void> conclude(TriggerDecision finding) {
        if (exists()) {
            DecisionLog.of(job).append(Instant.now(clock), finding, details);
        }
        return CompletableFuture.completedFuture(null);
    }
}
