package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real router, miniupnpd, in a network of its own: a machine behind it, the router, and the provider are network
 * namespaces of Linux. It runs where the programs and the rights for that are at hand.
 */
@Timeout(120)
class RealRouterTest {

    private static final String INSIDE = "192.168.77.1";
    private static final String UPNP = "upnp:";
    private static final String NAT_PMP = "natpmp://" + INSIDE;
    private static final Duration DEADLINE = Duration.ofSeconds(6);

    private final String name = "ssd" + ProcessHandle.current().pid();
    private final String machine = name + "m";
    private final String router = name + "r";
    private final String provider = name + "p";
    private Process daemon;

    @TempDir
    private Path folder;

    /** What runs on the machine behind the router: it prints what each source says. */
    static final class Asker {

        private Asker() {}

        /** Takes the sources. */
        public static void main(String[] specs) throws InterruptedException {
            DetectionPlan plan = DetectionChecks.plan(List.of(specs), 1, Family.IPV4, DEADLINE, "test/1", null)
                    .waitingForAll();
            long begin = System.nanoTime();
            DetectionResult result = plan.run().verified(plan);
            long passed = System.nanoTime() - begin;
            result.answers().forEach(answer -> System.out.println(answer.source() + " " + answer.text()));
            System.out.println(
                    "ended in time: " + (passed < DEADLINE.plusSeconds(1).toNanos()));
        }
    }

    @BeforeEach
    void start() throws Exception {
        assumeTrue(
                Stream.of("ip", "miniupnpd", "upnpc", "natpmpc").allMatch(RealRouterTest::isInstalled)
                        && run("id", "-u").strip().equals("0"),
                "Skipped: a real router needs Linux, root, and the programs ip, miniupnpd, upnpc and natpmpc.");
        for (String space : List.of(machine, router, provider)) {
            String refusal = run("ip", "netns", "add", space);
            assumeTrue(refusal.isEmpty(), "Skipped: this machine lets nobody make a network: " + refusal);
            ip("-n " + space + " link set lo up");
        }
        ip("link add " + name + "a netns " + machine + " type veth peer name " + name + "b netns " + router);
        ip("link add " + name + "c netns " + router + " type veth peer name " + name + "d netns " + provider);
        ip("-n " + machine + " addr add 192.168.77.2/24 dev " + name + "a");
        ip("-n " + router + " addr add " + INSIDE + "/24 dev " + name + "b");
        ip("-n " + machine + " link set " + name + "a up");
        ip("-n " + router + " link set " + name + "b up");
        ip("-n " + router + " link set " + name + "c up");
        ip("-n " + provider + " link set " + name + "d up");
        ip("-n " + machine + " route add default via " + INSIDE);
        giveAddress("93.184.216.34");
        Path settings = Files.writeString(folder.resolve("router.conf"), """
                ext_ifname=%sc
                listening_ip=%sb
                enable_natpmp=yes
                enable_upnp=yes
                uuid=00000000-0000-0000-0000-000000000001
                """.formatted(name, name));
        Path pid = folder.resolve("router.pid"); // without one of its own it ends if another one runs
        daemon = new ProcessBuilder(List.of(
                        "ip",
                        "netns",
                        "exec",
                        router,
                        "miniupnpd",
                        "-d",
                        "-f",
                        settings.toString(),
                        "-P",
                        pid.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("router.log").toFile())
                .start();
        String answer;
        do {
            answer = onMachine("natpmpc");
        } while (daemon.isAlive() && !answer.contains("Public IP address"));
        assumeTrue(daemon.isAlive(), () -> "Skipped: miniupnpd does not run on this machine: " + log());
    }

    @AfterEach
    void stop() throws Exception {
        if (daemon != null) {
            daemon.destroyForcibly().waitFor();
        }
        for (String space : List.of(machine, router, provider)) {
            run("ip", "netns", "del", space);
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("router.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    private static void ip(String arguments) throws IOException, InterruptedException {
        assertThat(run(("ip " + arguments).split(" "))).isEmpty();
    }

    private void giveAddress(String address) throws IOException, InterruptedException {
        ip("-n " + router + " addr flush dev " + name + "c");
        ip("-n " + router + " addr add " + address + "/24 dev " + name + "c");
    }

    private String onMachine(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", machine));
        all.addAll(List.of(command));
        return run(all.toArray(String[]::new));
    }

    private String ask(String... sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Asker.class.getName()));
        command.addAll(List.of(sources));
        return onMachine(command.toArray(String[]::new));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void theRouterTellsWhatItTellsOtherProgramsAndFollowsAChange() throws Exception {
        for (String address : List.of("93.184.216.34", "8.8.4.4")) {
            giveAddress(address);
            assertThat(first("ExternalIPAddress = (\\S+)", onMachine("upnpc", "-s")))
                    .isEqualTo(address);
            assertThat(first("Public IP address : (\\S+)", onMachine("natpmpc")))
                    .isEqualTo(address);
            assertThat(ask(UPNP, NAT_PMP))
                    .contains(UPNP + " " + address + "\n", NAT_PMP + " " + address + "\n", "ended in time: true");
        }
    }

    /** Of an address of carrier-grade NAT this router tells that it has none. */
    @Test
    void aRouterWithoutAPublicAddressIsToldAsSuch() throws Exception {
        giveAddress("100.64.1.2");
        assertThat(ask(UPNP, NAT_PMP, "interface:"))
                .contains(
                        NAT_PMP + " it has no address itself\n",
                        UPNP + " " + INSIDE + " says it has no address itself\n",
                        "interface: the machine has no public IPv4 address\n");
    }

    @Test
    void aRouterThatFallsSilentEndsTheDetectionWithItsDeadline() throws Exception {
        run("kill", "-STOP", Long.toString(daemon.pid()));
        assertThat(ask(UPNP, NAT_PMP))
                .contains(
                        UPNP + " no router answers; UPnP may be switched off in it\n",
                        NAT_PMP + " no answer within 6 s\n",
                        "ended in time: true");
    }
}
