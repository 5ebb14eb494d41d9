package io.jenkins.plugins.securityspacedns.report;

import static io.jenkins.plugins.securityspacedns.report.Updates.build;
import static io.jenkins.plugins.securityspacedns.report.Updates.buildsWith;
import static io.jenkins.plugins.securityspacedns.report.Updates.timeOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which public addresses there were, and for how long. */
class AddressPeriodTest {

    private static List<String> described(List<BuildUpdates> builds) {
        return AddressPeriod.of(builds).stream()
                .map(period -> period.address() + " #" + period.firstBuild() + "-" + period.lastBuild() + " "
                        + period.builds() + (period.current() ? " current" : ""))
                .toList();
    }

    @Test
    void buildsInARowWithTheSameAddressAreOnePeriod() {
        assertThat(described(buildsWith("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.1")))
                .containsExactly("192.0.2.1 #4-4 1 current", "192.0.2.2 #3-3 1", "192.0.2.1 #1-2 2");
    }

    @Test
    void aPeriodLastsUntilTheFirstBuildThatSawAnotherAddress() {
        List<AddressPeriod> periods = AddressPeriod.of(buildsWith("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.2"));

        assertThat(periods.get(1).start()).isEqualTo(timeOf(1));
        assertThat(periods.get(1).end()).isEqualTo(timeOf(3));
        assertThat(periods.get(0).end()).isEqualTo(timeOf(4));
    }

    @Test
    void aBuildWithoutAnAddressDoesNotEndAPeriod() {
        assertThat(described(buildsWith("192.0.2.1", null, "192.0.2.1"))).containsExactly("192.0.2.1 #1-3 2 current");
        assertThat(described(buildsWith((String) null))).isEmpty();
    }

    @Test
    void addressesOfSeveralAgentsRunSideBySide() {
        assertThat(described(List.of(
                        build(2, List.of("192.0.2.2", "192.0.2.9")), build(1, List.of("192.0.2.1", "192.0.2.9")))))
                .containsExactly("192.0.2.2 #2-2 1 current", "192.0.2.1 #1-1 1", "192.0.2.9 #1-2 2 current");
    }

    @Test
    void theTimeCountsNotTheNumberOfTheBuild() {
        List<BuildUpdates> builds = new ArrayList<>(buildsWith("192.0.2.1", "192.0.2.2", "192.0.2.1"));
        Collections.shuffle(builds, new Random(7));

        assertThat(described(builds))
                .containsExactly("192.0.2.1 #3-3 1 current", "192.0.2.2 #2-2 1", "192.0.2.1 #1-1 1");
    }
}
