package io.jenkins.plugins.securityspacedns.report;

import static io.jenkins.plugins.securityspacedns.report.Updates.HERE;
import static io.jenkins.plugins.securityspacedns.report.Updates.build;
import static io.jenkins.plugins.securityspacedns.report.Updates.host;
import static io.jenkins.plugins.securityspacedns.report.Updates.timeOf;
import static io.jenkins.plugins.securityspacedns.report.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What builds say of each host. */
class HostStatusTest {

    private static HostStatus only(List<BuildUpdates> builds) {
        assertThat(HostStatus.of(builds)).hasSize(1);
        return HostStatus.of(builds).get(0);
    }

    @Test
    void theNewestBuildCountsAndTheLastConfirmationIsKept() {
        HostStatus state = only(List.of(
                build(3, "203.0.113.9", host("a.example.com", Outcome.UNREACHABLE)),
                build(2, HERE, host("a.example.com", Outcome.UNCHANGED)),
                build(1, "192.0.2.1", host("a.example.com", Outcome.UPDATED))));

        assertThat(state.getOutcome()).isEqualTo("unreachable");
        assertThat(state.getBuild()).isEqualTo(3);
        assertThat(state.getTimestamp()).isEqualTo(timeOf(3).toEpochMilli());
        assertThat(state.getConfirmedAddress()).isEqualTo(HERE);
        assertThat(state.getConfirmedBuild()).isEqualTo(2);
        assertThat(state.getConfirmedTimestamp()).isEqualTo(timeOf(2).toEpochMilli());
        assertThat(state.isStale()).isTrue();
    }

    @Test
    void aHostThatIsUpToDateIsConfirmedByTheSameBuild() {
        HostStatus state = only(List.of(build(1, HERE, host("a.example.com", Outcome.CURRENT))));

        assertThat(state.isStale()).isFalse();
        assertThat(state.getConfirmedBuild()).isEqualTo(state.getBuild());
    }

    @Test
    void whatWasNeverConfirmedHasNoAddress() {
        HostStatus state = only(List.of(build(1, HERE, host("a.example.com", Outcome.NOHOST))));

        assertThat(state.getConfirmedAddress()).isNull();
        assertThat(state.getConfirmedTimestamp()).isNull();
        assertThat(state.getConfirmedTime()).isNull();
        assertThat(state.getConfirmedBuild()).isNull();
    }

    @Test
    void spellingsOfOneHostAreOneHostWithTheNewestSpelling() {
        HostStatus state = only(List.of(
                build(2, HERE, host("A.Example.COM.", Outcome.UPDATED)),
                build(1, HERE, host("a.example.com", Outcome.UPDATED))));

        assertThat(state.getHostname()).isEqualTo("A.Example.COM.");
    }

    @Test
    void ofSeveralUpdatesInABuildTheLastCounts() {
        HostStatus state = only(List.of(new BuildUpdates(
                1,
                List.of(
                        update(host("a.example.com", Outcome.UPDATED)),
                        update(host("a.example.com", Outcome.BLOCKED))))));

        assertThat(state.getOutcome()).isEqualTo("blocked");
        assertThat(state.getConfirmedBuild()).isEqualTo(1);
    }

    @Test
    void hostsOfTheNewestBuildComeFirstAndThoseThatOnlyOlderBuildsHaveStay() {
        List<HostStatus> states = HostStatus.of(List.of(
                build(2, HERE, host("c.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED)),
                build(1, HERE, host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED))));

        assertThat(states)
                .extracting(HostStatus::getHostname)
                .containsExactly("c.example.com", "b.example.com", "a.example.com");
        assertThat(states).extracting(HostStatus::getBuild).containsExactly(2, 2, 1);
    }

    @Test
    void aNameThatIsNoHostNameIsShownAsItIs() {
        assertThat(only(List.of(build(1, HERE, host("<b>", Outcome.UNCONFIRMED))))
                        .getHostname())
                .isEqualTo("<b>");
    }
}
