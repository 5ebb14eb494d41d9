package io.jenkins.plugins.securityspacedns.report;

import static io.jenkins.plugins.securityspacedns.report.Updates.build;
import static io.jenkins.plugins.securityspacedns.report.Updates.buildsWith;
import static io.jenkins.plugins.securityspacedns.report.Updates.host;
import static io.jenkins.plugins.securityspacedns.report.Updates.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where things go in the chart. */
class AddressChartTest {

    private static AddressChart chart(List<BuildUpdates> builds) {
        return new AddressChart(builds, AddressPeriod.of(builds), builds.get(0).at());
    }

    @Test
    void timeRunsFromTheFirstBuildOnTheLeftToTheLastOnTheRight() {
        AddressChart chart = chart(buildsWith("192.0.2.1", "192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.1"));

        assertThat(chart.getStartTime()).isEqualTo(Date.from(timeOf(1)));
        assertThat(chart.getEndTime()).isEqualTo(Date.from(timeOf(5)));
        assertThat(chart.getLanes().get(0).bars())
                .extracting(AddressChart.Bar::x, AddressChart.Bar::width)
                .containsExactly(tuple("75.00%", "25.00%"), tuple("0.00%", "50.00%"));
        assertThat(chart.getLanes().get(0).marks())
                .extracting(AddressChart.Mark::x)
                .containsExactly("100.00%", "75.00%", "25.00%", "0.00%");
    }

    @Test
    void anAddressThatIsInUseReachesNow() {
        List<BuildUpdates> builds = buildsWith("192.0.2.1", "192.0.2.2");
        AddressChart chart = new AddressChart(builds, AddressPeriod.of(builds), timeOf(5));

        assertThat(chart.getEndTime()).isEqualTo(timeOf(5));
        assertThat(chart.getLanes())
                .flatExtracting(AddressChart.Lane::bars)
                .extracting(AddressChart.Bar::x, AddressChart.Bar::width)
                .containsExactly(tuple("25.00%", "75.00%"), tuple("0.00%", "25.00%"));
    }

    @Test
    void everyAddressHasALaneTheNewestOnTop() {
        AddressChart chart = chart(buildsWith("192.0.2.1", "192.0.2.2", "192.0.2.3"));

        assertThat(chart.getLanes())
                .extracting(AddressChart.Lane::address)
                .containsExactly("192.0.2.3", "192.0.2.2", "192.0.2.1");
        assertThat(chart.getLanes()).extracting(AddressChart.Lane::y).containsExactly(0, 52, 104);
        assertThat(chart.getHeight()).isEqualTo(156);
        assertThat(chart.isCut()).isFalse();
    }

    @Test
    void manyAddressesAreCutToTheNewest() {
        AddressChart chart = chart(buildsWith(
                IntStream.rangeClosed(1, 20).mapToObj(n -> "192.0.2." + n).toArray(String[]::new)));

        assertThat(chart.getLanes()).hasSize(8);
        assertThat(chart.getLanes().get(0).address()).isEqualTo("192.0.2.20");
        assertThat(chart.isCut()).isTrue();
        assertThat(chart.getAddresses()).isEqualTo(20);
    }

    @Test
    void aBuildWithAProblemIsMarked() {
        AddressChart chart = chart(List.of(
                build(2, "192.0.2.1", host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.NOHOST)),
                build(1, "192.0.2.1", host("a.example.com", Outcome.UPDATED))));

        assertThat(chart.getLanes().get(0).marks())
                .extracting(AddressChart.Mark::problem)
                .containsExactly(true, false);
    }

    @Test
    void numbersInTheChartDoNotDependOnTheLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(chart(buildsWith("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.3"))
                            .getLanes()
                            .get(0)
                            .bars()
                            .get(0)
                            .x())
                    .isEqualTo("66.67%");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneBuildIsNoTimeline() {
        assertThat(new RecentBuilds(buildsWith("192.0.2.1"), null).getChart()).isNull();
        assertThat(new RecentBuilds(buildsWith("192.0.2.1", null), null).getChart())
                .isNull();
        assertThat(new RecentBuilds(buildsWith("192.0.2.1", "192.0.2.1"), null).getChart())
                .isNotNull();
    }
}
