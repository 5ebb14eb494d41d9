package io.jenkins.plugins.securityspacedns.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.model.Api;
import hudson.model.EnvironmentContributingAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The updates of a build: kept with it, shown on its page and on a page of their own, in the remote API, and in the
 * environment of what the build does after them.
 */
@ExportedBean
public final class DnsUpdateAction implements RunAction2, EnvironmentContributingAction {

    private static final Logger LOGGER = Logger.getLogger(DnsUpdateAction.class.getName());

    /** The path of the page below that of a build or a job. */
    static final String URL_NAME = "securityspace-dns";

    static final String SYMBOL = "symbol-globe-outline plugin-ionicons-api";

    /** How many updates the page of a build shows; the page of the updates shows all. */
    private static final int NEWEST = 5;

    private final List<DnsUpdateResult> updates = new CopyOnWriteArrayList<>();
    private transient Run<?, ?> run;

    /** The build.xml of another version may lack updates. */
    private Object readResolve() {
        return updates == null ? new DnsUpdateAction() : this;
    }

    /**
     * Adds an update to a build.
     *
     * @param run the build
     * @param result what came of the update
     * @return its place among the updates of the build
     */
    public static int record(Run<?, ?> run, DnsUpdateResult result) {
        int place;
        synchronized (run) {
            DnsUpdateAction action = run.getAction(DnsUpdateAction.class);
            boolean first = action == null;
            action = first ? new DnsUpdateAction() : action;
            place = action.updates.size();
            action.updates.add(result);
            if (first) {
                run.addAction(action);
            }
        }
        UpdatedJobs.add(run.getParent());
        save(run);
        return place;
    }

    /** {@return the update at a place that {@link #record} gave} */
    public static DnsUpdateResult get(Run<?, ?> run, int place) {
        return run.getAction(DnsUpdateAction.class).updates.get(place);
    }

    /** Takes a result in place of an earlier one of the same update. */
    public static void replace(Run<?, ?> run, int place, DnsUpdateResult result) {
        run.getAction(DnsUpdateAction.class).updates.set(place, result);
        save(run);
    }

    private static void save(Run<?, ?> run) {
        try {
            run.save(); // a controller that is killed before the build ends still knows the update
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The updates of " + run + " could not be saved yet.", e);
        }
    }

    /** {@return the updates in the order in which they ended} */
    public List<DnsUpdateResult> getUpdates() {
        return List.copyOf(updates);
    }

    /** {@return the same for the remote API; null in lists of builds, unless {@code tree} names it} */
    @CheckForNull
    @Exported(name = "updates", visibility = 2, skipNull = true)
    public List<DnsUpdateResult> getExportedUpdates() {
        return isAskedFor(run) ? getUpdates() : null;
    }

    /**
     * Says whether a request of the remote API means an object, because its URL leads there or {@code tree} names what is
     * wanted. A list of many objects is not to grow by megabytes of hosts.
     *
     * @param asked the object
     */
    static boolean isAskedFor(Object asked) {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        return request == null || request.getParameter("tree") != null || request.findAncestor(asked) != null;
    }

    /** Sets the newest address, if there is one, and whether any update of the build changed an address. */
    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars env) {
        updates.stream()
                .map(DnsUpdateResult::getAddress)
                .filter(Objects::nonNull)
                .forEach(address -> env.put("SECURITYSPACE_DNS_ADDRESS", address));
        env.put("SECURITYSPACE_DNS_CHANGED", Boolean.toString(updates.stream().anyMatch(DnsUpdateResult::isChanged)));
    }

    /** {@return the newest updates, few enough for the page of the build} */
    public List<DnsUpdateResult> getNewestUpdates() {
        List<DnsUpdateResult> all = getUpdates();
        return all.subList(Math.max(0, all.size() - NEWEST), all.size());
    }

    /** {@return the build; called so by the layout of the pages of a build} */
    public Run<?, ?> getObject() {
        return run;
    }

    /** {@return the remote API of the page} */
    public Api getApi() {
        return new Api(this);
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    @Override
    public String getIconFileName() {
        return SYMBOL;
    }

    @Override
    public String getDisplayName() {
        return Messages.DnsUpdateAction_displayName();
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }
}
