package io.jenkins.plugins.securityspacedns.address;

import static io.jenkins.plugins.securityspacedns.address.FakeResolver.a;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.framed;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.record;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.response;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.txt;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DnsSourceTest {

    private static final String NAME = "myip.example";
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static String ask(Family family, Duration deadline, String spec) throws InterruptedException {
        DetectionPlan plan = DetectionChecks.plan(List.of(spec), 1, family, deadline, "test/1", null);
        return plan.run().verified(plan).answers().get(0).text();
    }

    private static String ask(FakeResolver resolver, String nameAndQuery) throws InterruptedException {
        return ask(Family.IPV4, DEADLINE, resolver.spec(nameAndQuery));
    }

    private static FakeResolver overUdp(Function<byte[], List<byte[]>> answers) throws IOException {
        return new FakeResolver(answers, question -> new byte[0]);
    }

    private static FakeResolver overTcp(Function<byte[], byte[]> answer) throws IOException {
        return new FakeResolver(
                question -> {
                    byte[] truncated = response(question);
                    truncated[2] |= 2;
                    return List.of(truncated);
                },
                answer);
    }

    @Test
    void oneNameTypeAndClassAreAskedForAndRecursionIsDesired() throws Exception {
        try (FakeResolver resolver = FakeResolver.answering(txt(1, "8.8.4.4"))) {
            assertThat(ask(resolver, "WhoAmI.example.?type=txt;class=in")).isEqualTo("8.8.4.4");
            byte[] question = resolver.questions.take();
            assertThat(new String(question, 2, question.length - 2, StandardCharsets.ISO_8859_1))
                    .isEqualToIgnoringCase("\1\0\0\1\0\0\0\0\0\0\6whoami\7example\0\0\20\0\1");
            assertThat(resolver.questions).isEmpty();
        }
    }

    @Test
    void recordsOfTheTypeThatIsAskedForAreRead() throws Exception {
        byte[] ipv6 = InetAddress.getByName("2606:4700::7").getAddress();
        byte[] alias = {1, 'b', 0};
        try (FakeResolver addresses = FakeResolver.answering(txt(1, "1.2.3.4"), a(8, 8, 4, 4), record(28, 1, ipv6));
                FakeResolver aliased = FakeResolver.answering(
                        record(5, 1, alias), record(alias, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
                FakeResolver same = FakeResolver.answering(a(8, 8, 8, 8), a(8, 8, 8, 8))) {
            assertThat(ask(addresses, NAME)).isEqualTo("8.8.4.4");
            assertThat(ask(addresses, NAME + "?type=A")).isEqualTo("8.8.4.4");
            assertThat(ask(addresses, NAME + "?type=TXT")).isEqualTo("1.2.3.4");
            assertThat(ask(aliased, NAME)).isEqualTo("1.2.3.4");
            assertThat(ask(same, NAME)).isEqualTo("8.8.8.8");
            assertThat(ask(addresses, NAME + "?type=AAAA")).isEqualTo("2606:4700::7 is not an IPv4 address");
        }
    }

    @Test
    void anAnswerWithoutTheOneValueIsRefused() throws Exception {
        try (FakeResolver none = FakeResolver.answering();
                FakeResolver several = FakeResolver.answering(a(8, 8, 8, 8), a(8, 8, 4, 4))) {
            assertThat(ask(none, NAME)).isEqualTo("the resolver answered with 0 different values, not one");
            assertThat(ask(several, NAME)).isEqualTo("the resolver answered with 2 different values, not one");
        }
    }

    @Test
    void anErrorOfTheResolverIsNamed() throws Exception {
        for (String expected : List.of("2 SERVFAIL", "3 NXDOMAIN", "5 REFUSED")) {
            int code = expected.charAt(0) - '0';
            try (FakeResolver resolver = overUdp(question -> {
                byte[] answer = response(question);
                answer[3] |= (byte) code;
                return List.of(answer);
            })) {
                assertThat(ask(resolver, NAME)).isEqualTo("the resolver answered " + expected.substring(2));
            }
        }
    }

    @Test
    void whatIsNoAnswerToTheQuestionIsPassedOver() throws Exception {
        try (FakeResolver resolver = overUdp(question -> {
            byte[] otherId = response(question, a(6, 6, 6, 6));
            otherId[0]++;
            byte[] otherName = response(question, a(6, 6, 6, 6));
            otherName[13]++;
            return List.of(otherId, otherName, response(question, a(8, 8, 8, 8)));
        })) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void whatAnotherPortSendsIsNotHeard() throws Exception {
        CompletableFuture<Void> spoofed = new CompletableFuture<>();
        try (FakeResolver resolver = overUdp(question -> {
            spoofed.join();
            return List.of(response(question, a(8, 8, 8, 8)));
        })) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return ask(resolver, NAME);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            int port = ((InetSocketAddress) resolver.askers.take()).getPort();
            resolver.spoof(
                    response(resolver.questions.take(), a(6, 6, 6, 6)), new InetSocketAddress("127.0.0.1", port));
            spoofed.complete(null);
            assertThat(answer.get()).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void theQuestionIsSentAgainIfNothingComes() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (FakeResolver resolver = overUdp(
                question -> asked.incrementAndGet() < 4 ? List.of() : List.of(response(question, a(8, 8, 8, 8))))) {
            assertThat(ask(Family.IPV4, Duration.ofSeconds(6), resolver.spec(NAME)))
                    .isEqualTo("8.8.8.8");
        }
    }

    @Test
    void aSilentResolverEndsWithTheDeadline() throws Exception {
        try (FakeResolver resolver = FakeResolver.silent();
                FakeResolver overTcp = overTcp(question -> {
                    new CompletableFuture<byte[]>().join();
                    return question;
                })) {
            assertThat(ask(Family.IPV4, Duration.ofSeconds(2), resolver.spec(NAME)))
                    .isEqualTo("no answer within 2 s");
            assertThat(ask(Family.IPV4, Duration.ofSeconds(2), overTcp.spec(NAME)))
                    .isEqualTo("the resolver answered with 0 different values, not one");
        }
    }

    @Test
    void aTruncatedAnswerIsAskedForOverTcp() throws Exception {
        try (FakeResolver resolver = overTcp(question -> framed(response(question, a(8, 8, 8, 8))))) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void anAnswerOverTcpThatIsNoneGivesNoAddress() throws Exception {
        for (byte[] answer : List.of(new byte[] {0}, new byte[] {0, 20, 1, 2, 3}, new byte[] {0, 0})) {
            try (FakeResolver resolver = overTcp(question -> answer)) {
                assertThat(ask(Family.IPV4, Duration.ofSeconds(2), resolver.spec(NAME)))
                        .isNotBlank()
                        .doesNotContainPattern("[0-9]+\\.[0-9]+\\.[0-9]+");
            }
        }
    }

    @Test
    void noAnswerMakesADetectionFailOrHang() throws Exception {
        try (FakeResolver resolver = overUdp(question -> {
            byte[] answer = response(question, a(8, 8, 8, 8), txt(1, "x"), record(5, 1, (byte) 0xc0, (byte) 12));
            for (int i = 0; i < 3; i++) {
                answer[ThreadLocalRandom.current().nextInt(2, answer.length)] =
                        (byte) ThreadLocalRandom.current().nextInt();
            }
            return List.of(answer);
        })) {
            for (int i = 0; i < 200; i++) {
                assertThat(ask(Family.IPV4, Duration.ofMillis(200), resolver.spec(NAME)))
                        .isNotBlank();
            }
        }
    }

    @Test
    void aResolverGivenByNameIsAskedAtItsAddressOfTheFamily() throws Exception {
        try (FakeResolver resolver = FakeResolver.answering(a(8, 8, 4, 4))) {
            String spec = resolver.spec(NAME).replace("127.0.0.1", "localhost");
            assertThat(ask(Family.IPV4, DEADLINE, spec)).isEqualTo("8.8.4.4");
            assertThat(ask(Family.IPV6, DEADLINE, resolver.spec(NAME))).isEqualTo("127.0.0.1 has no IPv6 address");
        }
    }

    @Test
    void aJavaWithoutTheModuleIsToldAsSuch() {
        DetectionPlan plan =
                DetectionChecks.plan(List.of("dns://192.0.2.1/" + NAME), 1, Family.IPV4, DEADLINE, "test/1", null);
        for (String failure : List.of(
                "ClassNotFoundException: com.sun.jndi.dns.DnsContextFactory",
                "NoClassDefFoundError: javax/naming/NamingException")) {
            assertThat(SourceFailure.words(plan, plan.sources().get(0), failure))
                    .isEqualTo("the Java that asks has no DNS client; it needs the module jdk.naming.dns");
        }
    }
}
