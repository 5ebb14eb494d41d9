package io.jenkins.plugins.securityspacedns.demo;

import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.lookup.SimulatedZone;
import io.jenkins.plugins.securityspacedns.protocol.Account;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.AddressFinder;
import io.jenkins.plugins.securityspacedns.update.Defaults;
import io.jenkins.plugins.securityspacedns.update.Engine;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Publication;
import io.jenkins.plugins.securityspacedns.update.UpdateOrder;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The main job, tried from a machine that has nothing: it starts a simulated SecuritySpace, detects an address, updates
 * hosts over HTTPS, and brings about every outcome once.
 */
public final class Demo {

    private final PrintStream out;
    private final Simulator simulator;
    private final SimulatedZone zone;
    private final Engine engine;
    private final Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
    private Verdict verdict = Verdict.SUCCESS;

    private Demo(PrintStream out, Simulator simulator, SimulatedZone zone) {
        this.out = out;
        this.simulator = simulator;
        this.zone = zone;
        this.engine = new Engine(simulator).asking(zone.nameServers());
        simulator.addAccount("alice", "pw", "www.example.com", "vpn.example.com");
        simulator.addAccount("alice-2", "pw", "mail.example.com", "ftp.example.com", "git.example.com");
        simulator.addAccount("bob", "pw", "bob.example.com");
        simulator.addAccount("carol", "pw", "carol.example.com");
    }

    /**
     * Runs the demonstration.
     *
     * @param args none
     * @throws Exception if it fails
     */
    public static void main(String[] args) throws Exception {
        show(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static void show(PrintStream out) throws Exception {
        try (Simulator simulator = Simulator.start();
                SimulatedZone zone = new SimulatedZone()) {
            new Demo(out, simulator, zone).run();
        }
    }

    private void run() throws Exception {
        out.println("A simulated SecuritySpace listens at " + simulator.httpsEndpoint());
        AddressFinder finder = finder("one", "two");
        out.println(finder.find().explanation());
        out.println();
        update("alice", "pw", finder, "www.example.com");
        update("alice", "pw", finder, "www.example.com");
        force("alice", "pw", finder, "www.example.com");
        update("alice", "pw", finder, "nobodys.example.com");
        simulator.next(Fault.answer(200, "911"));
        update("alice-2", "pw", finder, "mail.example.com");
        update("alice-2", "pw", finder, "mail.example.com");
        simulator.next(Fault.answer(200, "<html>goodbye</html>"));
        update("alice-2", "pw", finder, "ftp.example.com");
        simulator.next(Fault.closeBeforeAnswer());
        update("alice-2", "pw", finder, "git.example.com");
        update("bob", "not his password", finder, "bob.example.com");
        simulator.block("carol");
        update("carol", "pw", finder, "carol.example.com");
        simulator.echo("three", "192.168.1.7");
        update("alice", "pw", finder("two", "three"), "vpn.example.com");
        zone.serve("vpn.example.com", "198.51.100.7");
        verify("alice", "pw", finder, "vpn.example.com");
        out.println();
        out.println("Verdict: " + verdict + ", the worst of all hosts");
        if (seen.size() != Outcome.values().length) {
            throw new IllegalStateException(
                    "These outcomes did not come about: " + EnumSet.complementOf(EnumSet.copyOf(seen)));
        }
    }

    private AddressFinder finder(String... echoes) {
        List<String> sources = List.of(echoes).stream()
                .map(name -> simulator.echoUri(name).toString())
                .toList();
        return AddressFinder.detecting(
                DetectionChecks.plan(sources, 2, Family.IPV4, Duration.ofSeconds(10), "securityspace-dns/demo", null),
                engine.clock);
    }

    private void update(String user, String password, AddressFinder finder, String host) throws Exception {
        run(order(user, password, host), finder);
    }

    private void force(String user, String password, AddressFinder finder, String host) throws Exception {
        run(Engine.forced(order(user, password, host)), finder);
    }

    /** Waits as long as is usual until the name servers serve what was sent, by a clock that need not wait. */
    private void verify(String user, String password, AddressFinder finder, String host) throws Exception {
        UpdateOrder order = Engine.verified(order(user, password, host));
        UpdateResult result = engine.updater().update(order, finder, line -> {});
        Publication publication = new Publication(
                zone.nameServers(),
                result.address().orElseThrow(),
                result.confirmed(),
                engine.clock.instant(),
                Publication.within(Defaults.VERIFY_SECONDS),
                engine.clock);
        show(result.published(publication.await(engine.clock::move), order.failOn()));
    }

    private static UpdateOrder order(String user, String password, String host) {
        return new UpdateOrder(
                new Account(user, password), RequestedHosts.parse(List.of(host)), FailOn.DEFAULT, false, false);
    }

    private void run(UpdateOrder order, AddressFinder finder) throws Exception {
        show(engine.updater().update(order, finder, line -> {}));
    }

    private void show(UpdateResult result) {
        for (HostResult host : result.hosts()) {
            out.printf("%-20s %-13s %-9s %s%n", host.hostname(), host.outcome(), host.verdict(), host.message());
            seen.add(host.outcome());
        }
        verdict = verdict.worst(result.verdict());
    }
}
