package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NatPmpSourceTest {

    private static String ask(FakeRouter router, Duration deadline) throws InterruptedException {
        String spec = "natpmp://127.0.0.1:" + router.address().getPort();
        DetectionPlan plan = DetectionChecks.plan(List.of(spec), 1, Family.IPV4, deadline, "test/1", null);
        return plan.run().verified(plan).answers().get(0).text();
    }

    private static String said(int... bytes) throws Exception {
        try (FakeRouter router = FakeRouter.saying(bytes)) {
            return ask(router, Duration.ofSeconds(10));
        }
    }

    @Test
    void theAddressIsAskedForAndRead() throws Exception {
        try (FakeRouter router = FakeRouter.saying(0, 128, 0, 0, 1, 2, 3, 4, 8, 8, 200, 4)) {
            assertThat(ask(router, Duration.ofSeconds(10))).isEqualTo("8.8.200.4");
            assertThat(router.questions.take()).containsExactly(0, 0);
        }
    }

    @Test
    void aLostQuestionIsAskedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        byte[] answer = {0, (byte) 128, 0, 0, 0, 0, 0, 0, 8, 8, 4, 4};
        try (FakeRouter router =
                new FakeRouter(question -> asked.incrementAndGet() < 3 ? List.of() : List.of(answer))) {
            assertThat(ask(router, Duration.ofSeconds(10))).isEqualTo("8.8.4.4");
        }
    }

    @Test
    void anErrorIsToldInWords() throws Exception {
        assertThat(said(0, 128, 0, 1)).isEqualTo("it does not speak this version of NAT-PMP");
        assertThat(said(0, 128, 0, 2, 0, 0, 0, 0, 8, 8, 4, 4)).isEqualTo("NAT-PMP is switched off in it");
        assertThat(said(0, 128, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo("it has no address itself");
        assertThat(said(0, 128, 0, 5)).isEqualTo("it does not tell its address by NAT-PMP");
        assertThat(said(0, 128, 0, 6)).isEqualTo("it answered with result code 6");
        assertThat(said(0, 128, 1, 0)).isEqualTo("it answered with result code 256");
    }

    @Test
    void whatIsNoAnswerGivesNoAddress() throws Exception {
        String none = "its answer is not one of NAT-PMP";
        assertThat(said()).isEqualTo(none);
        assertThat(said(0, 128, 0, 0)).isEqualTo(none);
        assertThat(said(0, 128, 0, 0, 0, 0, 0, 0, 8, 8, 4)).isEqualTo(none);
        assertThat(said(0, 128, 0, 0, 0, 0, 0, 0, 8, 8, 4, 4, 4)).isEqualTo(none);
        assertThat(said(2, 128, 0, 0, 0, 0, 0, 0, 8, 8, 4, 4)).isEqualTo(none);
        assertThat(said(0, 129, 0, 0, 0, 0, 0, 0, 8, 8, 4, 4)).isEqualTo(none);
    }

    @Test
    void carrierGradeNatIsToldBesideWhatOthersSay() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        byte[] late = {0, (byte) 128, 0, 0, 0, 0, 0, 0, 100, 64, 1, 2};
        try (FakeEcho echo = FakeEcho.of("8.8.4.4");
                FakeRouter router = new FakeRouter(question ->
                        echo.requests.isEmpty() || asked.incrementAndGet() < 3 ? List.of() : List.of(late))) {
            List<String> specs =
                    List.of(echo.url(), "natpmp://127.0.0.1:" + router.address().getPort());
            DetectionPlan plan = DetectionChecks.plan(specs, 1, Family.IPV4, Duration.ofSeconds(50), "test/1", null);
            DetectionResult result = plan.run().verified(plan);
            assertThat(result.address()).isEqualTo("8.8.4.4");
            assertThat(result.reason())
                    .isEqualTo("Mind: your router's own address is 100.64.1.2: the provider uses carrier-grade NAT, no"
                            + " name can lead to it.");
        }
    }

    @Test
    void aSilentRouterEndsWithTheDeadline() throws Exception {
        try (FakeRouter router = new FakeRouter(question -> List.of())) {
            assertThat(ask(router, Duration.ofSeconds(2))).isEqualTo("no answer within 2 s");
        }
    }
}
