package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionChecksTest {

    private static final String ONE = "https://one.example/";
    private static final String TWO = "https://two.example/";
    private static final DetectionPlan BOTH = of(2, Family.IPV4, ONE, TWO);

    private static DetectionPlan of(int agreement, Family family, String... specs) {
        return DetectionChecks.plan(List.of(specs), agreement, family, Duration.ofSeconds(10), "test/1", null);
    }

    private static void assertRefused(String message, int agreement, Family family, String... specs) {
        assertThatThrownBy(() -> of(agreement, family, specs))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void anAgreementThatCannotBeReachedIsRefused() {
        assertRefused(
                "Agreement 2 needs at least 2 independent sources, 1 given: https://one.example/.",
                2,
                Family.IPV4,
                ONE,
                "https://one.example/ ");
        assertRefused(
                "Agreement 2 needs at least 2 independent sources, 1 given: https://one.example/,"
                        + " https://one.example:8443/ip. Sources of one host or operator count once.",
                2,
                Family.IPV4,
                ONE,
                "https://one.example:8443/ip");
        assertRefused(
                "Agreement 2 needs at least 2 independent sources, 1 given: https://icanhazip.com (Cloudflare),"
                        + " https://1.1.1.1/cdn-cgi/trace (Cloudflare). Sources of one host or operator count once.",
                2,
                Family.IPV4,
                "https://icanhazip.com",
                "https://1.1.1.1/cdn-cgi/trace");
        assertRefused("The agreement has to be 1 or more sources, not 0.", 0, Family.IPV4, ONE);
    }

    @Test
    void aDetectionNeedsASourceThatCanBeRead() {
        assertRefused(
                "There is no source to ask for the public address. Name at least one.", 1, Family.IPV4, new String[0]);
        assertThatThrownBy(() -> of(1, Family.IPV4, "nonsense")).hasMessageContaining("cannot be a source");
    }

    @Test
    void aFixedValueOfTheOtherFamilyIsRefused() {
        assertRefused(
                "The fixed address 9.9.9.9 is not an IPv6 address, and one is asked for.", 1, Family.IPV6, "9.9.9.9");
        assertRefused(
                "The fixed address 2620:fe::fe is not an IPv4 address, and one is asked for.",
                1,
                Family.IPV4,
                "2620:fe::fe");
    }

    @Test
    void theDeadlineAndTheUserAgentHaveBounds() {
        for (Duration deadline : List.of(
                Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(11), Duration.ofSeconds(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> DetectionChecks.plan(List.of(ONE), 1, Family.IPV4, deadline, "test/1", null))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("deadline");
        }
        for (Duration deadline : List.of(Duration.ofMillis(1), Duration.ofMinutes(10))) {
            assertThat(DetectionChecks.plan(List.of(ONE), 1, Family.IPV4, deadline, "test/1", null)
                            .deadline())
                    .isEqualTo(deadline.toMillis());
        }
        for (String userAgent : List.of("", " ", "a\r\nCookie: b", "ä", "a".repeat(201))) {
            assertThatThrownBy(() ->
                            DetectionChecks.plan(List.of(ONE), 1, Family.IPV4, Duration.ofSeconds(10), userAgent, null))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("User-Agent");
        }
    }

    @Test
    void aPlanIsToldInATextThatDiffersIfAnythingIsAskedOtherwise() {
        ProxySettings proxy = new ProxySettings("proxy.example", 3128, List.of());
        List<DetectionPlan> plans = List.of(
                BOTH,
                BOTH.waitingForAll(),
                of(1, Family.IPV4, ONE, TWO),
                of(2, Family.IPV4, TWO, ONE),
                of(2, Family.IPV6, ONE, TWO),
                DetectionChecks.plan(List.of(ONE, TWO), 2, Family.IPV4, Duration.ofSeconds(9), "test/1", null),
                DetectionChecks.plan(List.of(ONE, TWO), 2, Family.IPV4, Duration.ofSeconds(10), "test/2", null),
                DetectionChecks.plan(List.of(ONE, TWO), 2, Family.IPV4, Duration.ofSeconds(10), "test/1", proxy));

        assertThat(plans).extracting(DetectionChecks::text).doesNotHaveDuplicates();
        assertThat(DetectionChecks.text(of(2, Family.IPV4, ONE, TWO))).isEqualTo(DetectionChecks.text(BOTH));
    }

    private static SourceAnswer said(String source, String address) {
        return new SourceAnswer(source, address, "", 5, false);
    }

    private static DetectionResult claimed(String address, SourceAnswer... answers) {
        return new DetectionResult(address, Arrays.asList(answers), "").verified(BOTH);
    }

    @Test
    void anHonestResultStays() {
        DetectionResult result = claimed("8.8.4.4", said(TWO, "8.8.4.4"), said(ONE, "8.8.4.4"));
        assertThat(result.established()).contains(IpAddress.parse("8.8.4.4"));
        assertThat(result.answers()).containsExactly(said(TWO, "8.8.4.4"), said(ONE, "8.8.4.4"));
        assertThat(result.reason()).isEmpty();
    }

    @Test
    void anAddressThatTheAnswersDoNotBearIsNotBelieved() {
        assertThat(claimed("6.6.6.6", said(ONE, "8.8.4.4"), said(TWO, "8.8.4.4"))
                        .address())
                .isEqualTo("8.8.4.4");
        assertThat(claimed("6.6.6.6").address()).isEmpty();
        assertThat(claimed("6.6.6.6", said(ONE, "6.6.6.6")).address()).isEmpty();
        assertThat(claimed("6.6.6.6", said(ONE, "6.6.6.6"), said(ONE, "6.6.6.6"))
                        .address())
                .isEmpty();
        assertThat(claimed("6.6.6.6", said(ONE, "6.6.6.6"), said("https://x.example/", "6.6.6.6"))
                        .address())
                .isEmpty();
        assertThat(claimed(null, null, new SourceAnswer(null, null, null, -1, false))
                        .address())
                .isEmpty();
    }

    @Test
    void addressesAreCheckedAgainstTheRulesAgain() {
        for (String address :
                List.of("10.0.0.1", "127.0.0.1", "2606:4700::1", "224.0.0.1", "evil", "8.8.4.4\n8.8.4.4")) {
            DetectionResult result = claimed(address, said(ONE, address), said(TWO, address));
            assertThat(result.established()).isEmpty();
            assertThat(result.answers()).noneMatch(SourceAnswer::counted);
        }
        DetectionPlan ipv6 = of(2, Family.IPV6, ONE, TWO);
        DetectionResult spellings =
                new DetectionResult("", List.of(said(ONE, "2606:4700:0:0::1"), said(TWO, "2606:4700:0:0:0:0:0:1")), "");
        assertThat(spellings.verified(ipv6).address()).isEqualTo("2606:4700::1");
    }

    @Test
    void anAnswerThatWasHeldBackIsTakenForWhatItIs() {
        SourceAnswer uncounted = new SourceAnswer(ONE, "8.8.4.4", "whatever", -3, false);
        DetectionResult result = claimed("", uncounted, said(TWO, "8.8.4.4"));
        assertThat(result.address()).isEqualTo("8.8.4.4");
        assertThat(result.answers().get(0)).isEqualTo(new SourceAnswer(ONE, "8.8.4.4", "", 0, false));
    }

    @Test
    void textsAreMadeFitToBeShown() {
        SourceAnswer forged = new SourceAnswer(ONE, "", "bad\n[ERROR] forged \u001b[31m" + "x".repeat(500), 1, false);
        DetectionResult result = claimed("", forged, new SourceAnswer(TWO, "<\u202e>".repeat(100), "", 1, false));
        assertThat(result.reason())
                .startsWith(
                        "No public IPv4 address could be established, because no 2 independent sources named the same"
                                + " one.\nhttps://one.example/: bad")
                .contains("https://two.example/: not an address: \"<")
                .doesNotContain("\u001b", "\u202e")
                .hasLineCount(3)
                .hasSizeLessThan(500);
    }

    @Test
    void aSourceThatNothingWasSaidOfIsListed() {
        assertThat(claimed("", new SourceAnswer(ONE, "", "", 1, false)).reason())
                .isEqualTo(
                        "No public IPv4 address could be established, because no 2 independent sources named the same"
                                + " one.\nhttps://one.example/: no address.\nhttps://two.example/: nothing is known of its"
                                + " answer.");
    }

    @Test
    void anUnverifiedResultEstablishesNothingThatIsNoPublicAddress() {
        for (String address : List.of("", "10.0.0.1", "evil", "localhost")) {
            assertThat(new DetectionResult(address, List.of(), "").established())
                    .isEmpty();
        }
        assertThat(new DetectionResult("8.8.4.4", List.of(), "").established()).isPresent();
    }
}
