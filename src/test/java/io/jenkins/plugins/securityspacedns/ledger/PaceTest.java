package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.ledger.Decision.SendReason;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 10 requests at once and 30 an hour, whatever the clock does. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pace.Limit LIMIT = Pace.Limit.DEFAULT;

    private static Pace after(Pace pace, Instant at) {
        return pace.after(LIMIT, new Pace.PastRequest(at, "a.example.com", SendReason.FORCED));
    }

    private static Pace spent(Instant at) {
        Pace pace = Pace.UNUSED;
        for (int request = 0; request < 10; request++) {
            assertThat(pace.next(LIMIT, at)).as("request %d", request).isEmpty();
            pace = after(pace, at);
        }
        return pace;
    }

    @Test
    void tenRequestsMayBeSentAtOnceAndThenOneEveryTwoMinutes() {
        Pace pace = spent(NOW);
        for (int request = 1; request <= 20; request++) {
            Instant next = NOW.plus(Duration.ofMinutes(2L * request));
            assertThat(pace.next(LIMIT, next.minusSeconds(120))).contains(next);
            assertThat(pace.next(LIMIT, next)).isEmpty();
            pace = after(pace, next);
        }
    }

    @Test
    void noDayHasMoreRequestsThanTheBucketAndThirtyAnHour() {
        Pace pace = Pace.UNUSED;
        int sent = 0;
        for (Instant now = NOW; now.isBefore(NOW.plus(Duration.ofDays(1))); now = now.plusSeconds(10)) {
            if (pace.next(LIMIT, now).isEmpty()) {
                pace = after(pace, now);
                sent++;
            }
        }
        assertThat(sent).isEqualTo(10 + 24 * 30 - 1);
    }

    @Test
    void anHourOfSilenceFillsTheBucketAndNoMore() {
        Pace pace = spent(NOW);
        assertThat(pace.left(LIMIT, NOW)).isZero();
        assertThat(pace.left(LIMIT, NOW.plus(Duration.ofMinutes(6)))).isEqualTo(3);
        assertThat(pace.left(LIMIT, NOW.plus(Duration.ofDays(365)))).isEqualTo(10);
    }

    @Test
    void aClockThatIsSetBackBringsNothing() {
        Pace pace = spent(NOW);
        Instant earlier = NOW.minus(Duration.ofDays(10));
        assertThat(pace.next(LIMIT, earlier)).contains(earlier.plus(Duration.ofMinutes(2)));
        Pace then = after(new Pace(1, NOW, pace.requests()), earlier);
        assertThat(then.next(LIMIT, earlier.plus(Duration.ofMinutes(2)))).isEmpty();
    }

    @Test
    void aLowerLimitCountsAtOnce() {
        assertThat(Pace.UNUSED.left(new Pace.Limit(2, 1), NOW)).isEqualTo(2);
    }

    @Test
    void theRequestsOfTheLastHourAreRemembered() {
        Pace pace = after(after(Pace.UNUSED, NOW), NOW.plus(Duration.ofMinutes(59)));
        assertThat(pace.requests()).hasSize(2);
        assertThat(after(pace, NOW.plus(Duration.ofMinutes(60))).requests()).hasSize(3);
        assertThat(after(pace, NOW.plus(Duration.ofMinutes(61))).requests())
                .extracting(Pace.PastRequest::at)
                .containsExactly(NOW.plus(Duration.ofMinutes(59)), NOW.plus(Duration.ofMinutes(61)));
    }

    @Test
    void noMoreThanTheLastHundredRequestsAreRemembered() {
        Pace pace = Pace.UNUSED;
        for (int second = 0; second < 101; second++) {
            pace = after(pace, NOW.plusSeconds(second));
        }
        assertThat(pace.requests())
                .hasSize(100)
                .first()
                .extracting(Pace.PastRequest::at)
                .isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void theLeastAndTheMostThatMayBeSetAreTaken() {
        assertThat(Pace.UNUSED.left(new Pace.Limit(1, 1), NOW)).isEqualTo(1);
        assertThat(Pace.UNUSED.left(new Pace.Limit(1000, 3600), NOW)).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "1001, 30", "10, 0", "10, 3601"})
    void aLimitThatCannotBeIsRefused(int atOnce, int anHour) {
        assertThatThrownBy(() -> new Pace.Limit(atOnce, anHour))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("out of range");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.NEGATIVE_INFINITY})
    void tokensThatNobodyCanHaveAreRefused(double tokens) {
        assertThatThrownBy(() -> new Pace(tokens, NOW, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
