package io.jenkins.plugins.securityspacedns.trigger;

import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Saveable;
import hudson.model.TaskListener;
import hudson.model.listeners.SaveableListener;
import hudson.slaves.ComputerListener;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.ledger.AccountKey;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn;

/** What happens in Jenkins that may change what a look concludes, and at which jobs it has the trigger look. */
public final class LookEvents {

    private static final Logger LOGGER = Logger.getLogger(LookEvents.class.getName());

    /** User names and passwords that the last look at each job saw, by keyed hashes that tell nothing. */
    private static final Map<Job<?, ?>, Set<String>> SEEN = Collections.synchronizedMap(new WeakHashMap<>());

    private LookEvents() {}

    /** An agent that connects, or is taken online again, has jobs looked at that would ask it. */
    @Extension
    public static final class Agents extends ComputerListener {

        private final Gathering<String> connected = new Gathering<>(agents ->
                lookAt(Jenkins.get(), LookEvent.AGENT_CONNECTED, (job, history) -> asks(job, history, agents)));

        @Override
        public void onOnline(Computer computer, TaskListener listener) {
            connected.add(computer.getName());
        }

        @Override
        public void onTemporarilyOnline(Computer computer) {
            connected.add(computer.getName());
        }

        private static boolean asks(Job<?, ?> job, History history, Set<String> agents) {
            String label = trigger(job).getLabel();
            return history.lastUpdates().stream()
                    .filter(update -> update.agent().isPresent())
                    .flatMap(update -> LookupNode.choose(update, label).agent().stream())
                    .anyMatch(agents::contains);
        }
    }

    /** Credentials that are saved, of Jenkins or of a folder, have jobs looked at whose accounts the last look did not see. */
    @Extension
    public static final class Credentials extends SaveableListener {

        private final Gathering<ItemGroup<?>> saved = new Gathering<>(
                groups -> groups.forEach(group -> lookAt(group, LookEvent.CREDENTIALS_CHANGED, this::isChanged)));

        @Override
        public void onChange(Saveable changed, XmlFile file) {
            if (changed instanceof SystemCredentialsProvider) {
                saved.add(Jenkins.get());
            } else if (changed instanceof ItemGroup<?> folder && changed instanceof Item && !(changed instanceof Job)) {
                saved.add(folder);
            }
        }

        private boolean isChanged(Job<?, ?> job, History history) {
            return !passwords(job, history).equals(SEEN.get(job));
        }
    }

    /** Notes the accounts that a look sees. */
    static void seeing(Job<?, ?> job, History history) {
        SEEN.put(job, passwords(job, history));
    }

    private static Set<String> passwords(Job<?, ?> job, History history) {
        return accounts(job, history).stream()
                .map(account -> ConfiguredEngine.pseudonym(account.username() + ':' + account.password()))
                .collect(Collectors.toSet());
    }

    /**
     * Has jobs looked at that update hosts of an account.
     *
     * @param account the account, which somebody resumed
     */
    public static void accountResumed(AccountKey account) {
        LookQueue.get()
                .soon(() -> lookAt(
                        Jenkins.get(),
                        LookEvent.ACCOUNT_RESUMED,
                        (job, history) -> accounts(job, history).stream()
                                .anyMatch(used -> ConfiguredEngine.pseudonym(used.username())
                                        .equals(account.username()))));
    }

    /** Has a job looked at that was saved, unless the trigger decided before or somebody has to save a copy first. */
    static void jobSaved(Job<?, ?> job) {
        LookQueue.get().soon(() -> {
            try {
                if (job.isBuildable() && DecisionLog.of(job).last().isEmpty()) {
                    LookQueue.get().ask(job, LookEvent.JOB_SAVED);
                }
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "The log of {0} cannot be read: {1}", new Object[] {job.getFullName(), e});
            }
        });
    }

    /** Events that come at nearly the same time count as one, so that a storm of them costs no more. */
    private static final class Gathering<T> {

        private final Set<T> gathered = ConcurrentHashMap.newKeySet();
        private final Consumer<Set<T>> work;

        Gathering(Consumer<Set<T>> work) {
            this.work = work;
        }

        void add(T event) {
            gathered.add(event);
            LookQueue.get().soon(() -> {
                Set<T> taken = Set.copyOf(gathered);
                gathered.removeAll(taken);
                if (!taken.isEmpty()) {
                    work.accept(taken);
                }
            });
        }
    }

    private static void lookAt(ItemGroup<?> group, LookEvent event, BiPredicate<Job<?, ?>, History> isConcerned) {
        LookQueue queue = LookQueue.get();
        for (Job<?, ?> job : group.allItems(Job.class)) {
            try {
                if (trigger(job) != null) {
                    History history = queue.histories().of(job);
                    if (!history.updates().isEmpty() && isConcerned.test(job, history)) {
                        queue.ask(job, event);
                    }
                }
            } catch (IOException e) {
                queue.ask(job, event); // the look says what cannot be read
            }
        }
    }

    private static SecuritySpaceDnsTrigger trigger(Job<?, ?> job) {
        return ParameterizedJobMixIn.getTrigger(job, SecuritySpaceDnsTrigger.class);
    }

    private static List<Account> accounts(Job<?, ?> job, History history) {
        List<Account> accounts = new ArrayList<>();
        for (PastUpdate update : history.lastUpdates()) {
            try {
                accounts.add(AccountLookup.find(job, update.credentialsId()));
            } catch (InvalidInputException e) {
                LOGGER.log(Level.FINE, "{0} has no credentials: {1}", new Object[] {job.getFullName(), e.getMessage()});
            }
        }
        return accounts;
    }
}
