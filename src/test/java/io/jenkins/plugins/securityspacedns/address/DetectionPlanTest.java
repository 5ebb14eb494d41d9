package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DetectionPlanTest {

    /** Longer than any test may take: what ends before it did not wait for it. */
    private static final Duration NEVER = Duration.ofMinutes(5);

    private static DetectionPlan detection(int agreement, Duration deadline, String... specs) {
        return DetectionChecks.plan(List.of(specs), agreement, Family.IPV4, deadline, "test/1", null);
    }

    private static DetectionResult detect(int agreement, String... specs) throws InterruptedException {
        DetectionPlan detection = detection(agreement, NEVER, specs);
        return detection.run().verified(detection);
    }

    private static String reasonOf(byte[] response) throws Exception {
        try (FakeEcho echo = FakeEcho.responding(response)) {
            DetectionResult result = detect(1, echo.url());
            assertThat(result.established()).isEmpty();
            assertThat(result.reason())
                    .contains(echo.url() + ": " + result.answers().get(0).text());
            return result.answers().get(0).text();
        }
    }

    @Test
    void anAddressIsEstablishedWhenTwoIndependentSourcesAgree() throws Exception {
        try (FakeEcho echo = FakeEcho.of("8.8.4.4\n");
                FakeResolver resolver = FakeResolver.answering(FakeResolver.a(8, 8, 4, 4))) {
            long begin = System.nanoTime();
            DetectionResult result = detect(2, echo.url(), resolver.spec("myip.example?type=A"));
            long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            assertThat(result.established()).contains(IpAddress.parse("8.8.4.4"));
            assertThat(result.reason()).isEmpty();
            assertThat(result.answers())
                    .hasSize(2)
                    .allMatch(SourceAnswer::counted)
                    .allSatisfy(answer -> assertThat(answer.milliseconds()).isBetween(0L, passed));
            assertThat(echo.requests.take())
                    .startsWith("GET / HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nUser-Agent: test/1\r\n")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 8.8.4.4", "2, 2, ''", "1, 1, ''", "2, 1, 8.8.4.4"})
    void competingAddressesAreDecidedByMoreIndependentSourcesThanAnyOther(int one, int other, String established)
            throws Exception {
        List<FakeEcho> echoes = new ArrayList<>();
        try {
            for (int i = 0; i < one + other; i++) {
                echoes.add(FakeEcho.of(i < one ? "8.8.4.4" : "8.8.8.8"));
            }
            String[] specs = echoes.stream().map(FakeEcho::url).toArray(String[]::new);
            DetectionPlan plan = detection(2, NEVER, specs).waitingForAll();
            DetectionResult result = plan.run().verified(plan);
            assertThat(result.address()).isEqualTo(established);
            if (established.isEmpty()) {
                assertThat(result.reason())
                        .startsWith("No public IPv4 address could be established, because the sources named 8.8.")
                        .contains(
                                " and 8.8.",
                                ", and one address has to have more independent sources than every other, and at"
                                        + " least 2.\n",
                                "\n" + specs[0] + ": 8.8.4.4.",
                                "\n" + specs[one] + ": 8.8.8.8.");
            }
        } finally {
            for (FakeEcho echo : echoes) {
                echo.close();
            }
        }
    }

    @Test
    void onceTwoAddressesAreNamedAllSourcesAreWaitedFor() throws Exception {
        try (FakeEcho one = FakeEcho.of("8.8.4.4");
                FakeEcho two = FakeEcho.of("8.8.4.4");
                FakeEcho slow = FakeEcho.holding("8.8.8.8", new CountDownLatch(1))) {
            DetectionPlan plan = detection(2, Duration.ofSeconds(3), "8.8.8.8", slow.url(), one.url(), two.url());
            DetectionResult result = plan.run().verified(plan);
            assertThat(result.answers())
                    .extracting(SourceAnswer::text)
                    .containsExactly("8.8.8.8", "8.8.4.4", "8.8.4.4", "no answer within 3 s");
            assertThat(result.address()).isEqualTo("8.8.4.4");
        }
    }

    /** The proxy tells where it goes out itself, and answers at once; of the questions to the resolvers some get lost. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, 1", "3, 99"})
    void whatAProxyIsToldNeverWinsAgainstWhatTheMachineIsTold(int lostByOne, int lostByOther) throws Exception {
        try (FakeEcho proxy = FakeEcho.of("2.2.2.2");
                FakeResolver one = losing(lostByOne);
                FakeResolver other = losing(lostByOther)) {
            List<String> specs = List.of(
                    "http://one.example/",
                    "http://two.example/",
                    "http://three.example/",
                    one.spec("a.example"),
                    other.spec("a.example"));
            ProxySettings settings = new ProxySettings("127.0.0.1", proxy.port(), List.of());
            DetectionPlan plan = DetectionChecks.plan(specs, 2, Family.IPV4, Duration.ofSeconds(5), "test/1", settings);
            DetectionResult result = plan.run().verified(plan);
            assertThat(result.address()).isIn("", "8.8.4.4");
            if (result.address().isEmpty()) {
                assertThat(result.reason())
                        .contains("the sources named ", "\nhttp://one.example/ over a proxy: 2.2.2.2.")
                        .contains("\n" + one.spec("a.example") + ": 8.8.4.4.");
            }
        }
    }

    @Test
    void whatAProxyIsToldIsTakenIfTheMachineIsToldNothing() throws Exception {
        try (FakeEcho proxy = FakeEcho.of("2.2.2.2");
                FakeResolver silent = FakeResolver.silent()) {
            ProxySettings settings = new ProxySettings("127.0.0.1", proxy.port(), List.of());
            List<String> specs = List.of("http://one.example/", "http://two.example/", silent.spec("a.example"));
            DetectionPlan plan = DetectionChecks.plan(specs, 2, Family.IPV4, Duration.ofSeconds(3), "test/1", settings);
            DetectionResult result = plan.run();
            assertThat(result.address()).isEqualTo("2.2.2.2");
            assertThat(result.answers()).hasSize(3);
        }
    }

    private static FakeResolver losing(int datagrams) throws IOException {
        AtomicInteger left = new AtomicInteger(datagrams);
        return new FakeResolver(
                question -> left.getAndDecrement() > 0
                        ? List.of()
                        : List.of(FakeResolver.response(question, FakeResolver.a(8, 8, 4, 4))),
                question -> new byte[0]);
    }

    @Test
    void answersOverAProxyDoNotAddToDirectOnes() throws Exception {
        try (FakeEcho proxy = FakeEcho.of("8.8.4.4")) {
            ProxySettings settings = new ProxySettings("127.0.0.1", proxy.port(), List.of());
            DetectionPlan plan = DetectionChecks.plan(
                    List.of("http://one.example/", "8.8.4.4"), 2, Family.IPV4, NEVER, "test/1", settings);
            assertThat(plan.run().verified(plan).reason())
                    .startsWith(
                            "No public IPv4 address could be established, because no 2 independent sources named the"
                                    + " same one; those asked over a proxy do not add to the others.\n");
        }
    }

    @Test
    void theDecisionDoesNotWaitForTheSlowOneWhichIsCancelled() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (FakeEcho slow = FakeEcho.holding("8.8.8.8", never);
                FakeEcho one = FakeEcho.of("8.8.4.4");
                FakeEcho other = FakeEcho.of("8.8.4.4");
                FakeResolver silent = FakeResolver.silent()) {
            DetectionResult result = detect(2, slow.url(), silent.spec("myip.example"), one.url(), other.url());
            assertThat(result.address()).isEqualTo("8.8.4.4");
            assertThat(result.answers())
                    .extracting(SourceAnswer::text)
                    .containsExactly("8.8.4.4", "8.8.4.4", "not waited for", "not waited for");
            slow.gone.await();
        }
    }

    @Test
    void answersAreListedInTheOrderTheyCame() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        try (FakeEcho late = FakeEcho.holding("8.8.4.4", mayAnswer);
                FakeResolver early = new FakeResolver(
                        question -> {
                            mayAnswer.countDown();
                            return List.of();
                        },
                        question -> new byte[0])) {
            DetectionPlan detection =
                    detection(2, Duration.ofSeconds(3), early.spec("a.example"), late.url(), "9.9.9.9");
            assertThat(detection.run().answers())
                    .extracting(SourceAnswer::source)
                    .containsExactly("9.9.9.9", late.url(), early.spec("a.example"));
        }
    }

    @Test
    void sourcesOfOneOperatorCountOnce() {
        DetectionPlan detection = detection(
                2, NEVER, "https://ipv4.icanhazip.com", "https://1.1.1.1/cdn-cgi/trace", "https://api.ipify.org");
        SourceAnswer icanhazip = new SourceAnswer("https://ipv4.icanhazip.com", "8.8.4.4", "", 1, false);
        SourceAnswer trace = new SourceAnswer("https://1.1.1.1/cdn-cgi/trace", "8.8.4.4", "", 2, false);
        SourceAnswer ipify = new SourceAnswer("https://api.ipify.org", "8.8.4.4", "", 3, false);
        assertThat(detection.established(List.of(icanhazip, trace))).isEmpty();
        assertThat(detection.established(List.of(icanhazip, trace, ipify))).isEqualTo("8.8.4.4");
    }

    @Test
    void withAnAgreementOfOneTheFirstAddressThatCountsIsTaken() throws Exception {
        try (FakeEcho broken = FakeEcho.of("<html>");
                FakeEcho good = FakeEcho.of("8.8.4.4")) {
            assertThat(detect(1, broken.url(), good.url()).address()).isEqualTo("8.8.4.4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "2606:4700::1", "2001:db8::7"})
    void anAddressThatIsNotWantedDoesNotEndTheRace(String unwanted) throws Exception {
        try (FakeEcho one = FakeEcho.of(unwanted);
                FakeEcho other = FakeEcho.of(unwanted)) {
            DetectionResult raw = detection(2, NEVER, one.url(), other.url()).run();
            assertThat(raw.address()).isEmpty();
            assertThat(raw.answers()).hasSize(2).noneMatch(SourceAnswer::counted);
        }
    }

    @Test
    void aFixedValueIsASource() throws Exception {
        assertThat(detect(1, "9.9.9.9").address()).isEqualTo("9.9.9.9");
        assertThat(detect(1, "10.0.0.1").reason())
                .contains("10.0.0.1: 10.0.0.1 is not reachable from the internet: private-use (RFC 1918).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    8.8.4.4                          | 8.8.4.4
                    '\t 8.8.4.4 \r\n\r\n'            | 8.8.4.4
                    '\uFEFF8.8.4.4'                  | 8.8.4.4
                    10.1.2.3                         | 10.1.2.3 is not reachable from the internet: private-use (RFC 1918)
                    2606:4700::1                     | 2606:4700::1 is not an IPv4 address
                    127.0.0.1                        | 127.0.0.1 is not reachable from the internet: loopback (RFC 1122)
                    8.8.4.4 8.8.4.4                  | not an address: "8.8.4.4 8.8.4.4"
                    8.8.4.4:80                       | not an address: "8.8.4.4:80"
                    '<html>\n8.8.4.4</html>'         | not an address: "<html>?8.8.4.4</html>"
                    ''                               | not an address: ""
                    'a\u001B[31m\u202Eb'             | not an address: "a?[31m?b"
                    'fl=1\nip=8.8.4.4\nts=1.5\n'     | 8.8.4.4
                    'ip=8.8.4.4'                     | 8.8.4.4
                    'fl=1\nip=8.8.4.4\nip=8.8.4.4'   | a trace with more than one ip= line
                    'fl=1\nts=2'                     | a trace without an ip= line
                    'fl=1\nip=8.8.4.4\n<b>'          | not an address: "fl=1?ip=8.8.4.4?<b>"
                    'ip=here'                        | not an address: "here"
                    """)
    void aBodyCountsOnlyIfItIsOneAddressOrATrace(String body, String answer) throws Exception {
        try (FakeEcho echo = FakeEcho.of(body)) {
            SourceAnswer said = detect(1, echo.url()).answers().get(0);
            assertThat(said.text()).isEqualTo(answer);
            assertThat(said.counted()).isEqualTo(answer.equals("8.8.4.4"));
        }
    }

    @Test
    void aBodyMadeToKeepTheReaderBusyIsReadAtOnce() throws Exception {
        assertThat(reasonOf(FakeEcho.ok("a=".repeat(2000) + "\n!"))).startsWith("not an address: \"a=a=");
        assertThat(reasonOf(FakeEcho.ok("a=\n".repeat(1300)))).isEqualTo("a trace without an ip= line");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (FakeEcho target = FakeEcho.of("8.8.4.4")) {
            byte[] redirect = FakeEcho.response(
                    "302 Found", "Location: " + target.url() + "\r\n", "8.8.4.4".getBytes(StandardCharsets.UTF_8));
            assertThat(reasonOf(redirect)).isEqualTo("status 302, not 200; redirects are not followed");
            assertThat(target.requests).isEmpty();
        }
        assertThat(reasonOf(FakeEcho.response("300 Multiple Choices", "", new byte[0])))
                .isEqualTo("status 300, not 200; redirects are not followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "206 Partial Content", "400 Bad Request", "403 Forbidden", "500 Oops"})
    void anyStatusBut200IsRefused(String status) throws Exception {
        byte[] body = status.startsWith("204") ? new byte[0] : "8.8.4.4".getBytes(StandardCharsets.UTF_8);
        assertThat(reasonOf(FakeEcho.response(status, "", body)))
                .isEqualTo("status " + status.substring(0, 3) + ", not 200");
    }

    @Test
    void aHugeBodyIsCutOff() throws Exception {
        byte[] body = new byte[20_000_000];
        Arrays.fill(body, (byte) ' ');
        try (FakeEcho echo = FakeEcho.responding(FakeEcho.response("200 OK", "", body))) {
            assertThat(detect(1, echo.url()).answers().get(0).text()).isEqualTo("the body is larger than 4 KiB");
            echo.gone.await();
        }
        assertThat(reasonOf(FakeEcho.ok("8.8.4.4" + " ".repeat(4090)))).contains("4 KiB");
        try (FakeEcho largest = FakeEcho.of("8.8.4.4" + " ".repeat(4089))) {
            assertThat(detect(1, largest.url()).address()).isEqualTo("8.8.4.4");
        }
    }

    @Test
    void brokenAnswersAreFailuresOfTheirSource() throws Exception {
        assertThat(reasonOf("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(reasonOf(FakeEcho.response("200 OK", "", new byte[] {(byte) 0xff, 0, (byte) 0xfe})))
                .startsWith("not an address");
        FakeEcho closed = FakeEcho.of("");
        closed.close();
        assertThat(detect(1, closed.url()).reason()).endsWith(closed.url() + ": connection refused.");
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> closeAll(closing));
            server.setDaemon(true);
            server.start();
            assertThat(detect(1, "http://127.0.0.1:" + closing.getLocalPort()).reason())
                    .endsWith(": it closed the connection without an answer.");
        }
        String dead = "dns://127.0.0.1:" + closed.port() + "/a";
        assertThat(detect(1, dead).reason()).endsWith(dead + ": connection refused.");
        for (String unknown : List.of("https://nothing.invalid/", "dns://nothing.invalid/a")) {
            assertThat(detect(1, unknown).reason()).endsWith(unknown + ": cannot resolve nothing.invalid.");
        }
    }

    private static void closeAll(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.getInputStream().read();
                socket.close();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    @Test
    void aProxyThatCannotBeResolvedIsNamed() throws Exception {
        ProxySettings proxy = new ProxySettings("proxy.invalid", 3128, List.of());
        DetectionPlan plan =
                DetectionChecks.plan(List.of("http://echo.invalid/"), 1, Family.IPV4, NEVER, "test/1", proxy);
        assertThat(plan.run().verified(plan).answers().get(0).text())
                .isEqualTo("cannot resolve the proxy proxy.invalid");
    }

    @Test
    void tlsIsVerified() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        SSLContext before = SSLContext.getDefault();
        try (FakeEcho echo = FakeEcho.over(server.sslContext().getServerSocketFactory(), "8.8.4.4")) {
            String ip = "https://127.0.0.1:" + echo.port() + "/";
            assertThat(detect(1, ip).reason()).contains("its TLS certificate is not trusted.");
            SSLContext.setDefault(trusting.sslContext());
            assertThat(detect(1, ip).address()).isEqualTo("8.8.4.4");
            assertThat(detect(1, "https://localhost:" + echo.port() + "/").reason())
                    .contains("TLS failed: no name matching localhost found.");
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void theProxyIsUsedForHttpButNotWhereAPatternOrDnsExcludesIt() throws Exception {
        try (FakeEcho proxy = FakeEcho.of("8.8.4.4");
                FakeEcho direct = FakeEcho.of("8.8.8.8");
                FakeResolver resolver = FakeResolver.answering(FakeResolver.a(9, 9, 9, 9))) {
            String distant = "http://echo.invalid/ip";
            ProxySettings settings = new ProxySettings("127.0.0.1", proxy.port(), List.of("10.*", "127.*"));
            DetectionPlan detection = DetectionChecks.plan(
                    List.of(distant, direct.url(), resolver.spec("a.example")),
                    3,
                    Family.IPV4,
                    NEVER,
                    "test/1",
                    settings);
            assertThat(detection.run().answers())
                    .extracting(answer -> answer.source() + " " + answer.address())
                    .containsExactlyInAnyOrder(
                            distant + " 8.8.4.4", direct.url() + " 8.8.8.8", resolver.spec("a.example") + " 9.9.9.9");
            assertThat(proxy.requests.take())
                    .startsWith("GET http://echo.invalid/ip HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("authorization");
            assertThat(proxy.requests).isEmpty();
        }
    }

    @Test
    void aProxyThatAsksForAPasswordGetsNone() throws Exception {
        byte[] challenge = FakeEcho.response(
                "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"x\"\r\n", new byte[0]);
        try (FakeEcho proxy = FakeEcho.responding(challenge)) {
            ProxySettings settings = new ProxySettings("127.0.0.1", proxy.port(), List.of());
            DetectionPlan detection =
                    DetectionChecks.plan(List.of("http://echo.invalid/"), 1, Family.IPV4, NEVER, "test/1", settings);
            assertThat(detection.run().answers().get(0).text()).contains("407");
            assertThat(proxy.requests).hasSize(1);
        }
    }

    @Test
    void theDeadlineEndsItWhateverHangs() throws Exception {
        try (FakeEcho slow = FakeEcho.holding("8.8.4.4", new CountDownLatch(1));
                FakeEcho quick = FakeEcho.of("8.8.4.4");
                FakeResolver silent = FakeResolver.silent();
                ServerSocket unaccepted = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String tls = "https://127.0.0.1:" + unaccepted.getLocalPort() + "/";
            String dns = silent.spec("myip.example");
            DetectionPlan detection = detection(2, Duration.ofSeconds(3), slow.url(), quick.url(), tls, dns);
            DetectionResult result = detection.run().verified(detection);
            assertThat(result.established()).isEmpty();
            assertThat(result.answers()).hasSize(4);
            assertThat(result.reason()).contains(quick.url() + ": 8.8.4.4", dns + ": no answer within 3 s");
            slow.gone.await();
        }
    }

    @Test
    void anInterruptEndsItAtOnceAndPassesThrough() throws Exception {
        try (FakeEcho slow = FakeEcho.holding("8.8.4.4", new CountDownLatch(1));
                FakeResolver silent = FakeResolver.silent()) {
            DetectionPlan detection = detection(2, NEVER, slow.url(), silent.spec("myip.example"));
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    detection.run();
                    thrown.complete(null);
                } catch (InterruptedException | RuntimeException e) {
                    thrown.complete(e);
                }
            });
            thread.start();
            slow.requests.take();
            silent.questions.take();
            thread.interrupt();
            assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            slow.gone.await();
        }
    }

    @Test
    void aThreadThatIsInterruptedAlreadyDoesNotWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> detection(1, NEVER, "http://127.0.0.1:9/").run())
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatRunsKeepsNoProgramFromEnding() throws Exception {
        CompletableFuture<List<Thread>> running = new CompletableFuture<>();
        try (FakeResolver resolver = new FakeResolver(
                question -> {
                    running.complete(Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread.getName().equals("public address"))
                            .toList());
                    return List.of(FakeResolver.response(question, FakeResolver.a(8, 8, 4, 4)));
                },
                question -> new byte[0])) {
            assertThat(detect(1, resolver.spec("myip.example")).address()).isEqualTo("8.8.4.4");
            assertThat(running.join()).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void nothingIsLeftRunningAfterwards() throws Exception {
        try (FakeEcho slow = FakeEcho.holding("8.8.4.4", new CountDownLatch(1));
                FakeEcho one = FakeEcho.of("8.8.4.4");
                FakeEcho other = FakeEcho.of("8.8.4.4");
                FakeResolver silent = FakeResolver.silent()) {
            // Other tests of this JVM have HTTP clients of their own, which live until they are collected.
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            detection(2, Duration.ofSeconds(5), slow.url(), one.url(), other.url(), silent.spec("myip.example"))
                    .run();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (!before.contains(thread)
                        && (thread.getName().startsWith("HttpClient-")
                                || thread.getName().equals("public address"))) {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
        }
    }
}
