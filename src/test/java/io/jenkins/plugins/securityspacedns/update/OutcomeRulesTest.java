package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.ledger.AccountState;
import io.jenkins.plugins.securityspacedns.ledger.HostState;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.simulator.BadTls;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of outcomes, row by row: when each comes, what it means, and what the ledger does afterwards. */
class OutcomeRulesTest {

    private static final String HOST = "a.example.com";
    private static final String ADDRESS = "198.51.100.7";
    private static final String OTHER_ADDRESS = "198.51.100.8";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Simulator simulator = Simulator.start();
    private final Engine engine = new Engine(simulator);

    OutcomeRulesTest() {
        simulator.addAccount(Engine.USERNAME, Engine.PASSWORD, HOST, "b.example.com");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HostResult update(String address) throws InterruptedException {
        return engine.update(address, HOST).hosts().get(0);
    }

    private HostResult force(String address) throws InterruptedException {
        return engine.update(address, Engine.forced(Engine.order(HOST))).hosts().get(0);
    }

    private HostResult updateAfter(Fault fault) throws InterruptedException {
        simulator.next(fault);
        return update(ADDRESS);
    }

    private HostState ledger() throws Exception {
        return engine.state().host(new HostName(HOST));
    }

    private Optional<Instant> heldUntil() throws Exception {
        return ledger().hold().flatMap(HostState.Hold::until);
    }

    @Test
    void updatedIsGoodWithTheAddressThatWasSentAndIsConfirmed() throws Exception {
        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(ledger().confirmed().orElseThrow().address()).hasToString(ADDRESS);
    }

    @Test
    void theUpdateTellsItsAddressAndHowLongTheRequestTook() throws Exception {
        long begin = System.nanoTime();

        HostResult result = update(ADDRESS);

        assertThat(result.duration()).isPositive().isLessThan(Duration.ofNanos(System.nanoTime() - begin));
        assertThat(engine.log).singleElement().asString().startsWith("The address " + ADDRESS + " is given.");
    }

    @Test
    void unchangedIsNochgThatNamesTheHostAndIsConfirmed() throws Exception {
        update(ADDRESS);
        engine.clock.move(Duration.ofDays(26));

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(ledger().confirmed().orElseThrow().at()).isEqualTo(engine.clock.instant());
    }

    @Test
    void currentSendsNothingWhereTheLedgerHasTheAddressConfirmed() throws Exception {
        update(ADDRESS);

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.CURRENT);
        assertThat(result.verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void anAddressIsNotCurrentAfterAnotherWasSentWithoutBeingConfirmed() throws Exception {
        update(ADDRESS);
        simulator.next(Fault.truncatedAfter(5));
        assertThat(update(OTHER_ADDRESS).outcome()).isEqualTo(Outcome.UNCONFIRMED);
        assertThat(simulator.address(HOST)).hasValue(OTHER_ADDRESS);
        engine.clock.move(Duration.ofMinutes(10));

        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(simulator.address(HOST)).hasValue(ADDRESS);
    }

    @Test
    void nohostIsNotSentAgainUntilTheHostsChange() throws Exception {
        String[] hosts = {HOST, "stranger.example.com"};
        HostResult first = engine.update(ADDRESS, hosts).hosts().get(1);
        int requests = simulator.requests().size();
        HostResult again = engine.update(ADDRESS, hosts).hosts().get(1);

        assertThat(first.outcome()).isEqualTo(Outcome.NOHOST);
        assertThat(first.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(again.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(again.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(simulator.requests()).hasSize(requests);
        assertThat(engine.update(ADDRESS, "stranger.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.NOHOST);
    }

    @Test
    void aHostThatTheServerNoLongerKnowsIsNotCurrentAnyMore() throws Exception {
        update(ADDRESS);
        simulator.always(Fault.answer(200, "nohost"));
        assertThat(force(ADDRESS).outcome()).isEqualTo(Outcome.NOHOST);

        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(ledger().confirmed()).isEmpty();
    }

    @Test
    void aHostForWhichTheServerNamesAnotherAddressIsNotCurrentAnyMore() throws Exception {
        update(ADDRESS);
        simulator.next(Fault.answer(200, "good 203.0.113.9"));
        assertThat(force(ADDRESS).outcome()).isEqualTo(Outcome.UNCONFIRMED);

        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(ledger().confirmed()).isEmpty();
    }

    @Test
    void nohostIsSentAgainWhereItIsForced() throws Exception {
        engine.update(ADDRESS, "stranger.example.com");

        engine.update(ADDRESS, Engine.forced(Engine.order("stranger.example.com")));

        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void badauthStopsTheAccountUntilThePasswordChanges() throws Exception {
        UpdateOrder wrong = Engine.order("wrong", new String[] {HOST});
        HostResult first = engine.update(ADDRESS, wrong).hosts().get(0);
        HostResult again = engine.update(ADDRESS, wrong).hosts().get(0);
        HostResult forced = engine.update(ADDRESS, Engine.forced(wrong)).hosts().get(0);

        assertThat(first.outcome()).isEqualTo(Outcome.BADAUTH);
        assertThat(first.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(List.of(again.outcome(), forced.outcome())).containsOnly(Outcome.DEFERRED);
        assertThat(again.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(engine.state().stop()).isEmpty();
    }

    @Test
    void http401WithoutACodeIsBadauth() throws Exception {
        assertThat(updateAfter(Fault.answer(401, "<html>Unauthorized</html>")).outcome())
                .isEqualTo(Outcome.BADAUTH);
        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.DEFERRED);
    }

    @Test
    void blockedStopsTheAccountUntilSomebodyResumesIt() throws Exception {
        simulator.block(Engine.USERNAME);
        HostResult first = update(ADDRESS);
        simulator.unblock(Engine.USERNAME);
        engine.clock.move(Duration.ofDays(400));
        HostResult later = update(ADDRESS);
        HostResult forced = force(ADDRESS);
        HostResult otherHost = engine.update(ADDRESS, "b.example.com").hosts().get(0);
        HostResult otherPassword = engine.update(ADDRESS, Engine.order("other", new String[] {HOST}))
                .hosts()
                .get(0);

        assertThat(first.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(first.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(List.of(later, forced, otherHost, otherPassword))
                .extracting(HostResult::outcome)
                .containsOnly(Outcome.DEFERRED);
        assertThat(later.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(simulator.requests()).hasSize(1);

        engine.ledger.change(engine.account(), AccountState::resumed);
        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @ParameterizedTest
    @CsvSource({
        "blocked, SecuritySpace blocked updates of this account at",
        "badauth, SecuritySpace refused this password at"
    })
    void theLogTellsAStopThatNoHostHasAsItsOutcome(String code, String told) throws Exception {
        HostResult result = updateAfter(Fault.answer(200, "good " + ADDRESS + "\n" + code));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(engine.log).filteredOn(line -> line.startsWith(told)).hasSize(1);
    }

    @Test
    void theLogLeavesAStopToTheHostThatHasIt() throws Exception {
        updateAfter(Fault.answer(200, "blocked"));

        assertThat(engine.log).noneMatch(line -> line.startsWith("SecuritySpace blocked"));
    }

    @Test
    void aBlockInOneRequestStopsTheOtherRequestsOfTheUpdate() throws Exception {
        String[] hosts = Stream.iterate(0, i -> i + 1)
                .limit(300)
                .map(i -> "a-rather-long-host-name-for-one-" + i + ".example.com")
                .toArray(String[]::new);
        simulator.always(Fault.answer(200, "blocked"));

        UpdateResult result = engine.update(ADDRESS, hosts);

        assertThat(simulator.requests()).hasSize(1);
        assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(result.hosts().get(299).outcome()).isEqualTo(Outcome.DEFERRED);
    }

    static Stream<Arguments> serverErrors() {
        return Stream.of(
                Arguments.of("911", Fault.answer(200, "911\n")),
                Arguments.of("500 without a code", Fault.answer(500, "<html>oops</html>")),
                Arguments.of("503 without a code", Fault.answer(503, "")),
                Arguments.of("429 without a code", Fault.answer(429, "slow down")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("serverErrors")
    void serverErrorIs911OrAStatusThatSaysSoAndIsHeldBack(String name, Fault fault) throws Exception {
        HostResult result = updateAfter(fault);

        assertThat(result.outcome()).as(name).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(result.message()).endsWith(". Next try after 2026-03-01 12:05:00 UTC.");
        assertThat(heldUntil()).hasValue(engine.clock.instant().plus(MINUTE.multipliedBy(5)));
    }

    @Test
    void aRefusalDoesNotPromiseTheNextTryOfABackoffBeforeIt() throws Exception {
        updateAfter(Fault.answer(200, "911"));
        simulator.next(Fault.answer(200, "badauth"));

        HostResult refused = force(ADDRESS);

        assertThat(refused.outcome()).isEqualTo(Outcome.BADAUTH);
        assertThat(heldUntil()).as("the backoff stands").isPresent();
        assertThat(refused.message()).doesNotContain("Next try");
    }

    @Test
    void serverErrorsAreHeldBackFor5MinutesDoublingTo6Hours() throws Exception {
        simulator.always(Fault.answer(200, "911"));
        for (long minutes : new long[] {5, 10, 20, 40, 80, 160, 320, 360, 360}) {
            update(ADDRESS);
            assertThat(heldUntil()).hasValue(engine.clock.instant().plus(MINUTE.multipliedBy(minutes)));
            engine.clock.move(MINUTE.multipliedBy(minutes).minusSeconds(1));
            assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.DEFERRED);
            engine.clock.move(Duration.ofSeconds(1));
        }
        assertThat(simulator.requests()).hasSize(9);
    }

    @Test
    void aSuccessEndsTheBackoff() throws Exception {
        updateAfter(Fault.answer(200, "911"));
        engine.clock.move(MINUTE.multipliedBy(5));

        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(ledger().hold()).isEmpty();
    }

    @Test
    void retryAfterIsHonouredForTheWholeAccount() throws Exception {
        updateAfter(Fault.answer(503, "", "Retry-After: 7200"));

        assertThat(heldUntil()).hasValue(engine.clock.instant().plus(Duration.ofHours(2)));
        assertThat(engine.update(ADDRESS, "b.example.com").hosts().get(0).outcome())
                .isEqualTo(Outcome.DEFERRED);
        engine.clock.move(Duration.ofHours(2));
        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void retryAfterIsCappedAt24Hours() throws Exception {
        updateAfter(Fault.answer(429, "", "Retry-After: 31536000"));

        assertThat(heldUntil()).hasValue(engine.clock.instant().plus(Duration.ofHours(24)));
    }

    static Stream<Arguments> unconfirmed() {
        return Stream.of(
                Arguments.of("no line", Fault.answer(200, "\n")),
                Arguments.of("an unknown word", Fault.answer(200, "abuse")),
                Arguments.of("HTML", Fault.answer(200, "<html>goodbye</html>")),
                Arguments.of("good without an address", Fault.answer(200, "good")),
                Arguments.of("good with another address", Fault.answer(200, "good 203.0.113.9")),
                Arguments.of("nochg of a stranger", Fault.answer(200, "nochg c.example.com")),
                Arguments.of("a truncated body", Fault.truncatedAfter(8)),
                Arguments.of("a body cut in its last byte", Fault.truncatedAfter(17)),
                Arguments.of("a truncated chunked body", Fault.truncatedChunked(8)),
                Arguments.of("a reset within the body", Fault.resetAfter(8)),
                Arguments.of("a body of 200 MiB", Fault.huge(200L << 20)),
                Arguments.of("a body without end", Fault.hugeWithoutLength(200L << 20)),
                Arguments.of("a gzip bomb", Fault.gzipBomb(200L << 20)),
                Arguments.of("a status without a body", Fault.answer(204, "")),
                Arguments.of("a refusal without a code", Fault.answer(403, "forbidden")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unconfirmed")
    void unconfirmedIsAnythingElseTheServerSays(String name, Fault fault) throws Exception {
        HostResult result = updateAfter(fault);

        assertThat(result.outcome()).as(name + ": " + result.message()).isEqualTo(Outcome.UNCONFIRMED);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(ledger().confirmed()).isEmpty();
        assertThat(heldUntil()).hasValue(engine.clock.instant().plus(MINUTE.multipliedBy(5)));
    }

    static Stream<Arguments> unreachable() {
        return Stream.of(
                Arguments.of("closed before the answer", Fault.closeBeforeAnswer()),
                Arguments.of("reset before the answer", Fault.resetBeforeAnswer()),
                Arguments.of("something that is not HTTP", Fault.garbage()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreachable")
    void unreachableIsNoAnswerAndIsSentOnce(String name, Fault fault) throws Exception {
        HostResult result = updateAfter(fault);

        assertThat(result.outcome()).as(name + ": " + result.message()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(simulator.requests()).hasSize(1);
        assertThat(heldUntil()).hasValue(engine.clock.instant().plus(MINUTE));
    }

    @Test
    void aServerThatNeverAnswersIsUnreachableAtTheDeadline() throws Exception {
        engine.within(Duration.ofMillis(300));

        HostResult result = updateAfter(Fault.silence());

        assertThat(result.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(result.message()).contains("no answer");
    }

    @Test
    void anAnswerThatDripsIsCutOffAtTheDeadline() throws Exception {
        engine.within(Duration.ofMillis(500));

        HostResult head = updateAfter(Fault.slowDripHead(Duration.ofMillis(100)));
        assertThat(head.outcome()).isEqualTo(Outcome.UNREACHABLE);
        engine.clock.move(Duration.ofHours(1));
        HostResult body = updateAfter(Fault.slowDripBody(Duration.ofMillis(100)));
        assertThat(body.outcome()).isEqualTo(Outcome.UNCONFIRMED);
        assertThat(body.message()).contains("did not end");
    }

    @ParameterizedTest
    @EnumSource(
            value = BadTls.class,
            names = {"EXPIRED", "OTHER_HOST", "UNKNOWN_AUTHORITY", "PLAIN_TEXT"})
    void aServerThatCannotProveWhoItIsGetsNothing(BadTls kind) throws Exception {
        engine.at(simulator.badTlsEndpoint(kind));

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(result.message()).contains("No secure connection");
        assertThat(simulator.requests()).isEmpty();
        assertThat(engine.pauses).isEmpty();
    }

    @Test
    void aNameThatDoesNotResolveIsUnreachable() throws Exception {
        engine.at(URI.create("https://nobody.invalid/dns/dynamic.html"));

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(result.message()).contains("nobody.invalid").contains("cannot be resolved");
    }

    @Test
    void aFailedConnectIsRetriedTwice() throws Exception {
        URI closed;
        try (Simulator gone = Simulator.start()) {
            closed = gone.httpEndpoint();
        }
        engine.at(closed);

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(engine.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aFailedConnectIsNotRetriedBeyondTheDeadline() throws Exception {
        URI closed;
        try (Simulator gone = Simulator.start()) {
            closed = gone.httpEndpoint();
        }
        engine.at(closed).within(Duration.ofMillis(900));

        assertThat(update(ADDRESS).outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(engine.pauses).isEmpty();
    }

    @Test
    void anUnreachableServerIsNotAskedAgainForTheRestOfTheUpdate() throws Exception {
        String[] hosts = Stream.iterate(0, i -> i + 1)
                .limit(300)
                .map(i -> "a-rather-long-host-name-for-one-" + i + ".example.com")
                .toArray(String[]::new);
        simulator.always(Fault.closeBeforeAnswer());

        UpdateResult result = engine.update(ADDRESS, hosts);

        assertThat(simulator.requests()).hasSize(1);
        assertThat(result.hosts().get(299).outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    @Test
    void deferredSaysUntilWhenAndCountsAsTheOutcomeThatSetIt() throws Exception {
        updateAfter(Fault.answer(200, "911"));

        HostResult result = update(ADDRESS);

        assertThat(result.outcome()).isEqualTo(Outcome.DEFERRED);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
        assertThat(result.message())
                .isEqualTo(
                        "Not sent: server-error at 2026-03-01 12:00:00 UTC, next try after 2026-03-01 12:05:00 UTC.");
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void withoutAnAddressNothingIsSentAndTheVerdictIsFailure() throws Exception {
        AddressFinder nothing =
                () -> new AddressFinder.Found(Optional.empty(), "No public address: nobody answers.", Optional.empty());

        UpdateResult result = engine.updater().update(Engine.order(HOST), nothing, engine.log::add);

        assertThat(result.hosts().get(0).outcome()).isEqualTo(Outcome.NO_ADDRESS);
        assertThat(result.hosts().get(0).message()).contains("nobody answers");
        assertThat(result.verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void theVerdictIsTheWorstOfTheHosts() throws Exception {
        simulator.next(Fault.answer(200, "good " + ADDRESS + "\nabuse"));

        UpdateResult result = engine.update(ADDRESS, HOST, "b.example.com");

        assertThat(result.hosts()).extracting(HostResult::verdict).containsExactly(Verdict.SUCCESS, Verdict.UNSTABLE);
        assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    private Verdict verdictWithFailOn(List<String> words, Fault fault) throws InterruptedException {
        simulator.next(fault);
        UpdateOrder order = Engine.order(HOST);
        return engine.update(ADDRESS, new UpdateOrder(order.account(), order.hosts(), FailOn.parse(words), true, false))
                .verdict();
    }

    @Test
    void failOnSaysWhichProblemsFailTheBuild() throws Exception {
        assertThat(verdictWithFailOn(List.of("server-error"), Fault.answer(200, "911")))
                .isEqualTo(Verdict.FAILURE);
        assertThat(verdictWithFailOn(List.of("badauth"), Fault.answer(200, "911")))
                .isEqualTo(Verdict.UNSTABLE);
        assertThat(verdictWithFailOn(List.of("any"), Fault.answer(200, "eh?"))).isEqualTo(Verdict.FAILURE);
        assertThat(verdictWithFailOn(List.of(), Fault.answer(200, "blocked"))).isEqualTo(Verdict.UNSTABLE);
        assertThat(verdictWithFailOn(List.of(), Fault.none())).isEqualTo(Verdict.UNSTABLE);
    }

    @Test
    void aHostHeldBackForABlockFailsWhereBlockedFails() throws Exception {
        simulator.block(Engine.USERNAME);
        update(ADDRESS);

        UpdateOrder order = Engine.order(HOST);
        UpdateResult never = engine.update(
                ADDRESS, new UpdateOrder(order.account(), order.hosts(), FailOn.parse(List.of()), false, false));

        assertThat(update(ADDRESS).verdict()).isEqualTo(Verdict.FAILURE);
        assertThat(never.verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "abuse"})
    void forceSendsThroughABackoff(String body) throws Exception {
        updateAfter(Fault.answer(200, body));

        assertThat(force(ADDRESS).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void forceSendsWhatIsCurrent() throws Exception {
        update(ADDRESS);

        assertThat(force(ADDRESS).outcome()).isEqualTo(Outcome.UNCHANGED);
    }
}
