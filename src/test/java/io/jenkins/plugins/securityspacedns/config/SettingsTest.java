package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.http.Endpoint;
import io.jenkins.plugins.securityspacedns.http.UpdateClient.Method;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts of the global configuration are read. */
class SettingsTest {

    private static void assertRefused(ThrowingCallable reading, String sentence) {
        assertThatThrownBy(reading)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(sentence)
                .hasNoCause();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void whatIsMissingIsTheDefaultIfThereIsOneAndASentenceElse(String missing) {
        assertThat(Settings.endpoint(missing, false)).isEqualTo(Endpoint.DEFAULT);
        assertThat(Settings.sources(missing)).isEmpty();
        assertRefused(() -> Settings.method(missing), "\"\" is no method of the protocol. Say GET or POST.");
        assertRefused(() -> Settings.family(missing), "\"\" is no address family. Say ipv4 or ipv6.");
        assertRefused(
                () -> Settings.detection(missing, 2, missing, 10, "agent", null),
                "\"\" is no address family. Say ipv4 or ipv6.");
    }

    @Test
    void spaceAroundAWordAndItsCaseDoNotMatter() {
        assertThat(Settings.method(" post ")).isEqualTo(Method.POST);
        assertThat(Settings.family(" IPv6\n")).isEqualTo(Family.IPV6);
        assertThat(Settings.endpoint(" https://dns.example.com/update ", false))
                .hasToString("https://dns.example.com/update");
    }

    @Test
    void plainHttpHasToBeAllowedUnlessItStaysOnThisMachine() {
        assertThatThrownBy(() -> Settings.endpoint("http://dns.example.com/update", false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("The endpoint \"http://dns.example.com/update\" is plain HTTP");
        assertThat(Settings.endpoint("http://dns.example.com/update", true)).isNotNull();
        assertThat(Settings.endpoint("http://127.0.0.1:8080/update", false)).isNotNull();
    }

    @Test
    void numbersOutOfRangeAreNamedWithTheRange() {
        assertRefused(() -> Settings.agreement(0), "The agreement of 0 is out of range. Give 1 or more.");
        assertRefused(
                () -> Settings.seconds(601, "request"),
                "The request deadline of 601 s is out of range. Give 1 to 600 seconds.");
        assertRefused(() -> Settings.paceAtOnce(0), "A pace of 0 requests at once is out of range. Give 1 to 1000.");
        assertRefused(
                () -> Settings.paceAnHour(3601), "A pace of 3601 requests an hour is out of range. Give 1 to 3600.");
        assertRefused(
                () -> Settings.keepAlive(-1),
                "Keep-alive after -1 days is out of range. Give 1 to 3650 days, or 0 for never.");
        assertThat(Settings.agreement(1)).isEqualTo(1);
        assertThat(Settings.seconds(600, "request")).isEqualTo(600);
        assertThat(Settings.keepAlive(0)).isZero();
    }

    @Test
    void theFamilyChoosesTheSourcesIfNoneAreNamed() {
        DetectionPlan ipv4 = Settings.detection("", 2, "ipv4", 10, "agent", null);
        DetectionPlan ipv6 = Settings.detection("", 2, "ipv6", 10, "agent", null);
        DetectionPlan named = Settings.detection("https://one.example.com/ip", 1, "ipv4", 10, "agent", null);

        assertThat(ipv4.sources()).isNotEmpty().isNotEqualTo(ipv6.sources());
        assertThat(named.sources()).containsExactly("https://one.example.com/ip");
    }
}
