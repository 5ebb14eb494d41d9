package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsNodeProperty;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.AddressFinder.Found;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** One look at one job: reads its history, has the address found, decides, and starts a build if that is due. */
final class Look {

    private final Job<?, ?> job;
    private final Flapping flapping;
    private final Clock clock;
    private final Executor executor;
    private final Set<String> details = new LinkedHashSet<>();

    /**
     * @param job the job
     * @param flapping what is known of addresses of the job that flap
     * @param clock tells the time
     * @param executor where the rest is done once the addresses are there
     */
    Look(Job<?, ?> job, Flapping flapping, Clock clock, Executor executor) {
        this.job = job;
        this.flapping = flapping;
        this.clock = clock;
        this.executor = executor;
    }

    /** {@return the decision, or nothing if there is nothing to look at; it waits for no agent itself} */
    CompletableFuture<Optional<LoggedDecision>> run() {
        Optional<String> label = label();
        if (label.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return decided(obstacle.get());
        }
        History history = History.of(job, clock.instant());
        Optional<PastBuild> running = history.running();
        if (running.isPresent()) {
            return decided(new TriggerDecision(
                    Reason.BUILD_UNDER_WAY, "Build #" + running.get().number() + " runs."));
        }
        List<PastUpdate> updates = history.lastUpdates();
        if (updates.isEmpty()) {
            return decided(start(history, history.withoutUpdate()));
        }
        List<CompletableFuture<TriggerDecision>> decisions = updates.stream()
                .filter(update -> !flapping.waits(update.hosts().keySet(), clock.instant()))
                .map(update -> look(update, label.get(), history))
                .toList();
        if (decisions.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return CompletableFuture.allOf(decisions.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        all -> start(
                                history,
                                TriggerDecision.first(decisions.stream()
                                        .map(CompletableFuture::join)
                                        .toList())),
                        executor)
                .thenCompose(this::decided);
    }

    private CompletableFuture<Optional<LoggedDecision>> decided(TriggerDecision decision) {
        return CompletableFuture.completedFuture(Optional.of(logged(decision)));
    }

    /** The decision with what led to it, as it is to be logged. */
    synchronized LoggedDecision logged(TriggerDecision decision) {
        return LoggedDecision.of(clock.instant(), decision, List.copyOf(details));
    }

    /** The label of the trigger as the job has it now; nothing if the job or its trigger is gone. */
    private Optional<String> label() {
        return Jenkins.get().getItemByFullName(job.getFullName()) == job
                ? Optional.ofNullable(ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class))
                        .map(SecuritySpaceDnsTrigger::getLabel)
                : Optional.empty();
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

    private CompletableFuture<TriggerDecision> look(PastUpdate update, String label, History history) {
        if (update.agent().isEmpty()) {
            return CompletableFuture.completedFuture(
                    judge(update, update.address().orElseThrow(), "", LookupNode.NONE, history));
        }
        LookupNode node = LookupNode.choose(update.agent().get(), label);
        if (node.problem().isPresent()) {
            return CompletableFuture.completedFuture(node.problem().get());
        }
        try {
            return SecuritySpaceDnsNodeProperty.finder(node.computer(), update.family())
                    .ask()
                    .thenApplyAsync(found -> judge(update, found, node, history), executor);
        } catch (InvalidInputException e) { // the configuration of the sources
            return CompletableFuture.completedFuture(new TriggerDecision(Reason.NO_ADDRESS, e.getMessage()));
        }
    }

    private TriggerDecision judge(PastUpdate update, Found found, LookupNode node, History history) {
        return found.address()
                .map(address -> judge(update, address, found.explanation(), node, history))
                .orElseGet(() -> withoutAddress(found));
    }

    /** The first line of the explanation is why; the others tell of each source. */
    private synchronized TriggerDecision withoutAddress(Found found) {
        List<String> lines = found.explanation().lines().toList();
        details.addAll(lines.subList(1, lines.size()));
        return new TriggerDecision(Reason.NO_ADDRESS, lines.get(0));
    }

    private TriggerDecision judge(
            PastUpdate update, IpAddress address, String explanation, LookupNode node, History history) {
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
        TriggerDecision decision = new Judge(engine.guard(), history)
                .judge(update, address, node, account.password(), state, clock.instant());
        return explained(decision, explanation, history);
    }

    /** Tells what led to a decision if that is more than the decision says. */
    private synchronized TriggerDecision explained(TriggerDecision decision, String explanation, History history) {
        if (explanation.isEmpty()) {
            return decision;
        }
        TriggerDecision checked = flapping.check(
                decision,
                explanation,
                history.addresses(decision.host().orElseThrow(), clock.instant()),
                clock.instant());
        if (checked.reason() == Reason.FLAPPING) {
            details.addAll(flapping.sources(decision.host().get()));
        } else {
            details.add(explanation);
        }
        return checked;
    }

    /** Starts a build if it is time for one. */
    private TriggerDecision start(History history, TriggerDecision decision) {
        TriggerDecision due = history.unlessStartedBefore(decision, clock.instant());
        if (!due.reason().starts()) {
            return due;
        }
        // Finding an address takes a while.
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Run<?, ?> last = job.getLastBuild();
        if (last != null && last.getNumber() != history.latest()) {
            return new TriggerDecision(Reason.BUILD_UNDER_WAY, "A build began meanwhile.");
        }
        CauseAction cause = new CauseAction(new SecuritySpaceDnsCause(due));
        return ParameterizedJobMixIn.scheduleBuild2(job, 0, cause) == null
                ? new TriggerDecision(
                        Reason.NOT_QUEUED, "Jenkins did not take the build into its queue: " + due.message())
                : due;
    }
}
