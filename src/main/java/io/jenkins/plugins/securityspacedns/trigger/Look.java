package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsNodeProperty;
import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.lookup.Served;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.update.AddressFinder.Found;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;
import jenkins.model.lazy.LazyBuildMixIn;

/**
 * One look at one job: reads its history, has the address found, decides, and starts a build if that is due.
 *
 * @param job the job
 * @param histories what is kept of the job
 * @param flapping what is known of addresses of the job that flap
 * @param clock tells the time
 * @param executor where the rest is done once the addresses are there
 */
record Look(Job<?, ?> job, Histories histories, Flapping flapping, Clock clock, Executor executor) {

    /** {@return the decision, or nothing if there is nothing to look at; it waits for no agent itself} */
    CompletableFuture<Optional<TriggerDecision>> run() {
        Optional<String> label = label();
        if (label.isEmpty() || isDisabled(job)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return CompletableFuture.completedFuture(obstacle);
        }
        int next = job.getNextBuildNumber();
        History history;
        try {
            history = histories.of(job);
        } catch (IOException e) {
            return decided(new TriggerDecision(Reason.NO_LEDGER, e.getMessage()));
        }
        Optional<Integer> running = running().filter(history::isBefore).min(Comparator.naturalOrder());
        if (running.isPresent()) {
            return decided(new TriggerDecision(Reason.BUILD_UNDER_WAY, "Build #" + running.get() + " runs."));
        }
        List<PastUpdate> updates = history.lastUpdates();
        if (updates.isEmpty()) {
            return decided(start(history, history.withoutUpdate(next), next));
        }
        LookEvents.seeing(job, history);
        List<CompletableFuture<TriggerDecision>> decisions = updates.stream()
                .filter(update -> flapping.waitsUntil(update.hosts().keySet(), clock.instant())
                        .isEmpty())
                .map(update -> look(update, label.get(), history))
                .toList();
        return CompletableFuture.allOf(decisions.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        all -> weightiest(decisions.stream()
                                        .map(CompletableFuture::join)
                                        .toList())
                                .map(decision -> start(history, decision, next)),
                        executor);
    }

    private static CompletableFuture<Optional<TriggerDecision>> decided(TriggerDecision decision) {
        return CompletableFuture.completedFuture(Optional.of(decision));
    }

    /** The decision on one of the updates, if there is any, with what led to all of them. */
    private static Optional<TriggerDecision> weightiest(List<TriggerDecision> decisions) {
        return decisions.stream()
                .min(Comparator.comparing(TriggerDecision::reason))
                .map(first -> first.and(decisions.stream()
                        .flatMap(each -> each.details().stream())
                        .toList()));
    }

    /** The label of the trigger as the job has it now; nothing if the job or its trigger is gone. */
    private Optional<String> label() {
        return Jenkins.get().getItemByFullName(job.getFullName()) == job
                ? Optional.ofNullable(ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class))
                        .map(SecuritySpaceDnsTrigger::getLabel)
                : Optional.empty();
    }

    static boolean isDisabled(Job<?, ?> job) {
        return job instanceof ParameterizedJobMixIn.ParameterizedJob<?, ?> own && own.isDisabled();
    }

    /** The numbers of the builds that run. Those are in memory, so that none is read. */
    private Stream<Integer> running() {
        return job instanceof LazyBuildMixIn.LazyLoadingJob<?, ?> own
                ? own.getLazyBuildMixIn().getRunMap().getLoadedBuilds().values().stream()
                        .filter(Look::isUnderWay)
                        .map(Run::getNumber)
                : Stream.empty();
    }

    /** Not a Pipeline that was killed before its script was there: that has no result until the next restart. */
    private static boolean isUnderWay(Run<?, ?> run) {
        return run.isBuilding() && (run.getExecutor() != null || run.isInProgress());
    }

    private Optional<TriggerDecision> obstacle() {
        if (Jenkins.get().isQuietingDown()) {
            return Optional.of(new TriggerDecision(Reason.QUIET_DOWN, "Jenkins is going to shut down."));
        }
        if (!job.isBuildable()) {
            return Optional.of(new TriggerDecision(
                    Reason.NOT_BUILDABLE, "The job cannot be built yet. If it is a copy, save it first."));
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
        LookupNode node = LookupNode.choose(update, label);
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
    private static TriggerDecision withoutAddress(Found found) {
        List<String> lines = found.explanation().lines().toList();
        return new TriggerDecision(Reason.NO_ADDRESS, lines.get(0)).and(lines.subList(1, lines.size()));
    }

    private TriggerDecision judge(
            PastUpdate update, IpAddress address, String explanation, LookupNode node, History history) {
        ConfiguredEngine engine = ConfiguredEngine.get();
        Account account;
        AccountState state;
        try {
            account = AccountLookup.find(job, update.credentialsId());
            state = engine.ledger().state(engine.account(account.username()));
        } catch (InvalidInputException e) {
            return new TriggerDecision(Reason.NO_CREDENTIALS, e.getMessage());
        } catch (IOException e) {
            return new TriggerDecision(Reason.NO_LEDGER, e.getMessage());
        }
        Map<HostName, Served> differing;
        try {
            differing = update.verify() ? differing(update, address, state) : Map.of();
        } catch (InterruptedException e) { // Jenkins ends
            throw new CompletionException(e);
        }
        TriggerDecision decision = new Judge(engine.guard(), history)
                .judge(update, address, node, account.password(), state, differing, clock.instant());
        return explanation.isEmpty()
                ? decision
                : flapping.check(
                        decision,
                        explanation,
                        history.addresses(decision.host().orElseThrow(), clock.instant()),
                        clock.instant());
    }

    /** What the name servers serve for hosts that have the address confirmed, and would not be sent for another reason. */
    private static Map<HostName, Served> differing(PastUpdate update, IpAddress address, AccountState state)
            throws InterruptedException {
        List<HostName> confirmed = update.hosts().keySet().stream()
                .filter(host -> state.host(host).hasConfirmed(address))
                .toList();
        Map<HostName, Served> served = ConfiguredEngine.get().served(confirmed, address.family());
        served.values().removeIf(now -> !now.differsFrom(address));
        return served;
    }

    /** Starts a build if it is time for one. */
    private TriggerDecision start(History history, TriggerDecision decision, int next) {
        TriggerDecision due = history.unlessStartedBefore(decision, clock.instant(), next);
        if (!due.reason().starts()) {
            return due;
        }
        // Finding an address takes a while.
        Optional<TriggerDecision> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get().and(due.details());
        }
        if (job.getNextBuildNumber() != next) {
            return due.but(Reason.BUILD_UNDER_WAY, "A build began meanwhile.");
        }
        CauseAction cause = new CauseAction(new SecuritySpaceDnsCause(due));
        if (ParameterizedJobMixIn.scheduleBuild2(job, 0, cause) == null) {
            return due.but(Reason.NOT_QUEUED, "Jenkins did not take the build into its queue: " + due.message());
        }
        Instant now = clock.instant();
        histories.change(job, latest -> latest.starting(due, now, next));
        return due;
    }
}
