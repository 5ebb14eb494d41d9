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

        assertThat(state.last().getOutcome()).isEqualTo("unreachable");
        assertThat(state.build()).isEqualTo(3);
        assertThat(state.timestamp()).isEqualTo(timeOf(3));
        assertThat(state.confirmedAddress()).isEqualTo(HERE);
        assertThat(state.confirmedBuild()).isEqualTo(2);
        assertThat(state.confirmedTimestamp()).isEqualTo(timeOf(2));
    }

    @Test
    void aHostThatIsUpToDateIsConfirmedByTheSameBuild() {
        HostStatus state = only(List.of(build(1, HERE, host("a.example.com", Outcome.CURRENT))));

        assertThat(state.confirmedBuild()).isEqualTo(state.build());
    }

    @Test
    void whatWasNeverConfirmedHasNoAddress() {
        HostStatus state = only(List.of(build(1, HERE, host("a.example.com", Outcome.NOHOST))));

        assertThat(state.confirmedAddress()).isNull();
        assertThat(state.confirmedTimestamp()).isNull();
        assertThat(state.confirmedBuild()).isNull();
    }

    @Test
    void spellingsOfOneHostAreOneHostWithTheNewestSpelling() {
        HostStatus state = only(List.of(
                build(2, HERE, host("A.Example.COM.", Outcome.UPDATED)),
                build(1, HERE, host("a.example.com", Outcome.UPDATED))));

        assertThat(state.last().getHostname()).isEqualTo("A.Example.COM.");
    }

    @Test
    void ofSeveralUpdatesInABuildTheLastCounts() {
        HostStatus state = only(List.of(new BuildUpdates(
                1,
                List.of(
                        update(host("a.example.com", Outcome.UPDATED)),
                        update(host("a.example.com", Outcome.BLOCKED))))));

        assertThat(state.last().getOutcome()).isEqualTo("blocked");
        assertThat(state.confirmedBuild()).isEqualTo(1);
    }

    @Test
    void hostsOfTheNewestBuildComeFirstAndThoseThatOnlyOlderBuildsHaveStay() {
        List<HostStatus> states = HostStatus.of(List.of(
                build(2, HERE, host("c.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED)),
                build(1, HERE, host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED))));

        assertThat(states)
                .extracting(state -> state.last().getHostname())
                .containsExactly("c.example.com", "b.example.com", "a.example.com");
        assertThat(states).extracting(HostStatus::build).containsExactly(2, 2, 1);
    }

    @Test
    void aNameThatIsNoHostNameIsShownAsItIs() {
        assertThat(only(List.of(build(1, HERE, host("<b>", Outcome.UNCONFIRMED))))
                        .last()
                        .getHostname())
                .isEqualTo("<b>");
    }
}
