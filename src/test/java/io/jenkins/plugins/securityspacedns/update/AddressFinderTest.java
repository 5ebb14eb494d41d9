package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.address.DetectionChecks;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFinderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static AddressFinder.Found detected(String address, String explanation) {
        return new AddressFinder.Found(Optional.of(IpAddress.parse(address)), explanation, Optional.of(NOW));
    }

    @Test
    void aDetectedAddressGetsOldAfterAMinuteWhateverWayTheClockIsSetAndAGivenOneNever() {
        AddressFinder.Found detected = detected("8.8.4.4", "");
        for (Duration later : List.of(Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(-60))) {
            assertThat(detected.isOld(NOW.plus(later))).isFalse();
        }
        for (Duration later : List.of(Duration.ofSeconds(61), Duration.ofHours(-10))) {
            assertThat(detected.isOld(NOW.plus(later))).isTrue();
        }
        assertThat(found("8.8.4.4", "").isOld(NOW.plus(Duration.ofDays(9)))).isFalse();
    }

    private static AddressFinder.Found found(String address, String explanation) {
        return new AddressFinder.Found(Optional.of(IpAddress.parse(address)), explanation, Optional.empty());
    }

    @Test
    void anAddressThatSomebodyGivesIsTaken() throws Exception {
        assertThat(AddressFinder.given("8.8.4.4").find()).isEqualTo(found("8.8.4.4", "The address 8.8.4.4 is given."));
    }

    @Test
    void oneThatIsNotPublicIsTakenWithANotice() throws Exception {
        assertThat(AddressFinder.given("192.168.1.7").find())
                .isEqualTo(found(
                        "192.168.1.7",
                        "The address 192.168.1.7 is given. Mind: 192.168.1.7 is not reachable from the internet:"
                                + " private-use (RFC 1918)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::", "224.0.0.1", "localhost", ""})
    void whatIsNoAddressOfAHostIsRefusedBeforeAnythingIsSent(String literal) {
        assertThatThrownBy(() -> AddressFinder.given(literal)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aDetectedAddressIsToldWithTheSourcesThatNamedItAlone() {
        List<SourceAnswer> answers = List.of(
                new SourceAnswer("https://one.example/", "8.8.4.4", "", 1, false),
                new SourceAnswer("https://two.example/", "8.8.8.8", "", 2, false),
                new SourceAnswer("https://three.example/", "8.8.4.4", "too late", 3, false),
                new SourceAnswer("https://four.example/", "8.8.4.4", "", 4, false));
        assertThat(AddressFinder.Found.of(new DetectionResult("8.8.4.4", answers, ""), NOW))
                .isEqualTo(detected(
                        "8.8.4.4", "The public address is 8.8.4.4, says https://one.example/, https://four.example/."));
    }

    @Test
    void aDetectionThatEstablishesNothingTellsWhy() {
        assertThat(AddressFinder.Found.of(new DetectionResult("", List.of(), "Nobody answered."), NOW))
                .isEqualTo(new AddressFinder.Found(Optional.empty(), "Nobody answered.", Optional.of(NOW)));
    }

    @Test
    void whatADetectionFindsIsVerified() throws Exception {
        List<String> source = List.of("9.9.9.9");
        AddressFinder finder = AddressFinder.detecting(
                DetectionChecks.plan(source, 1, Family.IPV4, Duration.ofSeconds(30), "test/1", null), CLOCK);
        assertThat(finder.find()).isEqualTo(detected("9.9.9.9", "The public address is 9.9.9.9, says 9.9.9.9."));

        AddressFinder inVain = AddressFinder.detecting(
                DetectionChecks.plan(List.of("10.0.0.1"), 1, Family.IPV4, Duration.ofSeconds(30), "test/1", null),
                CLOCK);
        assertThat(inVain.find().address()).isEmpty();
        assertThat(inVain.find().explanation()).contains("10.0.0.1 is not reachable from the internet");
    }
}
