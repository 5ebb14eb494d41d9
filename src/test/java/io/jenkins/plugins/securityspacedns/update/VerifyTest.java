package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.ledger.Pace;
import io.jenkins.plugins.securityspacedns.lookup.SimulatedZone;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code verify} does before and after sending, over real sockets, with a clock that tests move. */
@Timeout(60)
class VerifyTest {

    private static final String HOST = "a.example.com";
    private static final String OTHER_HOST = "b.example.com";
    private static final String ADDRESS = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.9";
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final Duration WITHIN = Duration.ofSeconds(120);

    private final Simulator simulator = Simulator.start();
    private final SimulatedZone zone = new SimulatedZone();
    private final Engine engine = new Engine(simulator).asking(zone.nameServers());

    VerifyTest() throws IOException {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, HOST, OTHER_HOST);
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
        zone.close();
    }

    private UpdateResult verify(String... hosts) throws InterruptedException {
        return engine.update(ADDRESS, Engine.verified(Engine.order(hosts)));
    }

    private Outcome verify() throws InterruptedException {
        return verify(HOST).hosts().get(0).outcome();
    }

    private void confirmAndLetTimePass() throws InterruptedException {
        engine.update(ADDRESS, HOST, OTHER_HOST);
        zone.serve(HOST, ADDRESS);
        zone.serve(OTHER_HOST, ADDRESS);
        engine.clock.move(LATER);
    }

    @Test
    void aHostThatTheNameServersServeIsCurrent() throws Exception {
        confirmAndLetTimePass();

        assertThat(verify()).isEqualTo(Outcome.CURRENT);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aRecordThatSomebodyChangedIsRepairedByOneRequestForThisHostAlone() throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);

        UpdateResult result = verify(HOST, OTHER_HOST);

        assertThat(result.hosts()).extracting(HostResult::outcome).containsExactly(Outcome.UNCHANGED, Outcome.CURRENT);
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.requests().get(1).parameter("hostname")).contains(HOST);
        assertThat(engine.log)
                .anyMatch(line -> line.startsWith(HOST + ": the name servers serve 203.0.113.9 instead of"));
        assertThat(engine.state().pace().requests().get(1).reason().word()).isEqualTo("dns-differs");
    }

    @Test
    void aRecordThatIsGoneIsRepaired() throws Exception {
        confirmAndLetTimePass();
        zone.first.without(HOST);
        zone.second.without(HOST);

        assertThat(verify()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void oneNameServerThatDiffersIsEnough() throws Exception {
        confirmAndLetTimePass();
        SimulatedZone.serve(zone.second, HOST, ELSEWHERE);

        assertThat(verify()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void withoutVerifyNobodyIsAsked() throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);

        assertThat(engine.update(ADDRESS, HOST).hosts().get(0).outcome()).isEqualTo(Outcome.CURRENT);
        assertThat(zone.first.questions() + zone.second.questions()).isZero();
    }

    @Test
    void aHostThatIsSentAnywayIsNotLookedAtBefore() throws Exception {
        zone.serve(HOST, ELSEWHERE);

        assertThat(verify()).isEqualTo(Outcome.UPDATED);
        assertThat(zone.first.questions() + zone.second.questions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "SERVFAIL", "LAME"})
    void noAnswerIsNoReasonToSend(String fault) throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);
        zone.first.fail(NameServer.Fault.valueOf(fault));
        zone.second.fail(NameServer.Fault.valueOf(fault));

        assertThat(verify()).isEqualTo(Outcome.CURRENT);
    }

    @Test
    void theServerThatAnswersDecidesForOneThatDoesNot() throws Exception {
        confirmAndLetTimePass();
        zone.first.fail(NameServer.Fault.REFUSED);
        zone.second.without(HOST);

        assertThat(verify()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void whatWasConfirmedAMomentAgoIsGivenItsTime() throws Exception {
        engine.update(ADDRESS, HOST);
        engine.clock.move(Duration.ofSeconds(119));

        assertThat(verify()).isEqualTo(Outcome.CURRENT);

        engine.clock.move(Duration.ofSeconds(1));
        assertThat(verify()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aZoneThatNeverPublishesCostsFewerAndFewerRequests() throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);
        int before = simulator.requests().size();

        for (int minutes = 0; minutes < 24 * 60; minutes += 5) {
            verify();
            engine.clock.move(Duration.ofMinutes(5));
        }

        assertThat(simulator.requests().size() - before)
                .as("after 5, 10, 20, 40, 80, 160, 320 and then every 360 minutes")
                .isBetween(8, 11);
    }

    @Test
    void aRepairAfterADayIsTheFirstInARow() throws Exception {
        confirmAndLetTimePass();
        for (int day = 0; day < 6; day++) {
            zone.serve(HOST, ELSEWHERE);
            assertThat(verify()).as("day " + day).isEqualTo(Outcome.UNCHANGED);
            zone.serve(HOST, ADDRESS);
            engine.clock.move(Duration.ofHours(25));
        }
        zone.serve(HOST, ELSEWHERE);
        verify();
        engine.clock.move(Duration.ofMinutes(6));

        assertThat(verify()).as("the hold is as short as the first").isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void theHoldOfARepairHoldsNothingElseBack() throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);
        verify();

        assertThat(engine.update(ELSEWHERE, HOST).hosts().get(0).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(engine.guard().held(engine.state(), new HostName(HOST), engine.clock.instant()))
                .isEmpty();
    }

    @Test
    void aFailureHoldsARepairAsItHoldsEveryUpdate() throws Exception {
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);
        simulator.next(Fault.answer(200, "911\n"));
        assertThat(verify()).isEqualTo(Outcome.SERVER_ERROR);

        assertThat(verify()).isEqualTo(Outcome.DEFERRED);
        engine.clock.move(Duration.ofMinutes(6));
        assertThat(verify()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void aRepairKeepsThePace() throws Exception {
        engine.at(new Pace.Limit(1, 1));
        confirmAndLetTimePass();
        zone.serve(HOST, ELSEWHERE);

        assertThat(verify()).isEqualTo(Outcome.DEFERRED);
        assertThat(simulator.requests()).hasSize(1);
    }

    private Publication publication(String... hosts) {
        return new Publication(
                zone.nameServers(),
                IpAddress.parse(ADDRESS),
                List.of(hosts).stream().map(HostName::new).toList(),
                engine.clock.instant(),
                WITHIN,
                engine.clock);
    }

    private HostResult published(Publication publication, UpdateResult result) {
        return result.published(publication.seen(), FailOn.DEFAULT).hosts().get(0);
    }

    @Test
    void whatIsServedAtOnceIsPublishedAtOnce() throws Exception {
        UpdateResult result = verify(HOST);
        zone.serve(HOST, ADDRESS);
        Publication publication = publication(HOST);

        assertThat(publication.isOpen()).isTrue();
        assertThat(publication.look()).isEmpty();
        assertThat(publication.isOpen()).isFalse();

        HostResult host = published(publication, result);
        assertThat(host.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(host.verifiedAfter()).contains(Duration.ZERO);
        assertThat(host.message()).endsWith("Published after 0.0 s by ns1.example.com, ns2.example.com.");
    }

    @Test
    void theWaitGoesOnUntilTheLastNameServerServesIt() throws Exception {
        UpdateResult result = verify(HOST);
        zone.serve(HOST, ELSEWHERE);
        SimulatedZone.serve(zone.first, HOST, ADDRESS);
        Publication publication = publication(HOST);
        List<Duration> pauses = new ArrayList<>();

        publication.await(pause -> {
            pauses.add(pause);
            engine.clock.move(pause);
            if (pauses.size() == 4) {
                SimulatedZone.serve(zone.second, HOST, ADDRESS);
            }
        });

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(1500));
        HostResult host = published(publication, result);
        assertThat(host.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(host.verifiedAfter()).contains(Duration.ofMillis(4500));
    }

    @Test
    void whatIsNotServedInTimeIsUnpublishedAndTheMessageTellsWhatEachServerSaid() throws Exception {
        UpdateResult result = verify(HOST);
        SimulatedZone.serve(zone.first, HOST, ELSEWHERE);
        zone.second.fail(NameServer.Fault.REFUSED);
        Publication publication = publication(HOST);
        List<Duration> pauses = new ArrayList<>();

        publication.await(pause -> {
            pauses.add(pause);
            engine.clock.move(pause);
        });

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .as("all the pauses")
                .isEqualTo(WITHIN);
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) <= 0);
        HostResult host = published(publication, result);
        assertThat(host.outcome()).isEqualTo(Outcome.UNPUBLISHED);
        assertThat(host.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(host.verifiedAfter()).isEmpty();
        assertThat(host.message())
                .contains("after 120.0 s", "ns1.example.com (192.0.2.1) serves 203.0.113.9")
                .contains("ns2.example.com (192.0.2.2) refuses to answer");
        assertThat(engine.state().host(new HostName(HOST)).confirmed()).isPresent();
    }

    @Test
    void unpublishedFailsABuildThatSaysSo() throws Exception {
        UpdateResult result = verify(HOST);
        Publication publication = publication(HOST);
        engine.clock.move(WITHIN);
        publication.look();

        UpdateResult failed = result.published(publication.seen(), FailOn.parse(List.of("unpublished")));

        assertThat(failed.verdict()).isEqualTo(Verdict.FAILURE);
    }

    @Test
    void thereIsOneLookEvenIfTheTimeIsOver() throws Exception {
        UpdateResult result = verify(HOST);
        zone.serve(HOST, ADDRESS);
        Publication publication = publication(HOST);
        engine.clock.move(Duration.ofHours(1)); // as after a restart that took long

        assertThat(publication.look()).isEmpty();
        assertThat(published(publication, result).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void aClockThatIsSetBackEndsTheWait() throws Exception {
        Publication publication = publication(HOST);
        engine.clock.move(Duration.ofDays(-1));

        assertThat(publication.look()).isEmpty();
    }

    @Test
    void onlyHostsThatAreNotPublishedYetAreAskedForAgain() throws Exception {
        zone.serve(HOST, ADDRESS);
        zone.serve(OTHER_HOST, ELSEWHERE);
        Publication publication = publication(HOST, OTHER_HOST);

        publication.look();
        int before = zone.first.questions();
        publication.look();

        assertThat(zone.first.questions() - before).isEqualTo(1);
    }

    @Test
    void onlyWhatIsConfirmedIsWaitedFor() throws Exception {
        UpdateResult result = verify(HOST, "unknown.example.com");

        assertThat(result.confirmed()).containsExactly(new HostName(HOST));
    }

    @Test
    void whereNothingIsToBeWaitedForNobodyIsAsked() throws Exception {
        Publication publication = publication();

        assertThat(publication.look()).isEqualTo(Optional.empty());
        assertThat(zone.first.questions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 900})
    void theShortestAndTheLongestTimeAreTaken(int seconds) {
        assertThat(Publication.within(seconds)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 901, -1})
    void aTimeOutOfRangeIsRefused(int seconds) {
        assertThatThrownBy(() -> Publication.within(seconds))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Waiting " + seconds + " s for the name servers is out of range. Give 1 to 900 seconds.");
    }
}
