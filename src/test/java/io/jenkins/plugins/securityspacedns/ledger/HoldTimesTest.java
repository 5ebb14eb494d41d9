package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldTimesTest {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "5, 80", "6, 160", "7, 320", "8, 360", "9, 360", "64, 360"})
    void afterAnErrorOfTheServerItBeginsWithFiveMinutesAndDoublesToSixHours(int failures, int minutes) {
        HoldTimes backoff = new HoldTimes(() -> 0);
        assertThat(backoff.after(Outcome.SERVER_ERROR, failures)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(backoff.after(Outcome.UNCONFIRMED, failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 30", "7, 30", "64, 30"})
    void whereThereIsNoAnswerItBeginsWithOneMinuteAndDoublesToThirty(int failures, int minutes) {
        assertThat(new HoldTimes(() -> 0).after(Outcome.UNREACHABLE, failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000, Integer.MAX_VALUE})
    void itStaysAtItsLimitHoweverOftenItFailed(int failures) {
        assertThat(new HoldTimes(() -> 0.5).after(Outcome.SERVER_ERROR, failures))
                .isEqualTo(Duration.ofHours(6));
        assertThat(new HoldTimes(() -> 0.5).after(Outcome.UNREACHABLE, failures))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 330", "0.25, 315"})
    void chanceMakesItLonger(double chance, int seconds) {
        assertThat(new HoldTimes(() -> chance).after(Outcome.SERVER_ERROR, 1)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void chanceNeverMakesItShorterNorLongerByMoreThanAFifthNorThanItsLimit(
            @ForAll @DoubleRange(max = 1) double number,
            @ForAll @IntRange(min = 1, max = 40) int failures,
            @ForAll boolean answered) {
        Outcome cause = answered ? Outcome.SERVER_ERROR : Outcome.UNREACHABLE;
        Duration limit = answered ? Duration.ofHours(6) : Duration.ofMinutes(30);
        Duration least = new HoldTimes(() -> 0).after(cause, failures);
        Duration wait = new HoldTimes(() -> Math.min(number, ALMOST_ONE)).after(cause, failures);
        assertThat(wait)
                .isGreaterThanOrEqualTo(least)
                .isLessThanOrEqualTo(limit)
                .isLessThanOrEqualTo(least.plus(least.dividedBy(5)));
    }
}
