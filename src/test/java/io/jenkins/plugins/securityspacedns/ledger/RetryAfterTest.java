package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final Instant LATEST = NOW.plus(Duration.ofHours(24));

    @Test
    void aNumberIsSeconds() {
        assertThat(RetryAfter.parse("1", NOW)).contains(NOW.plusSeconds(1));
        assertThat(RetryAfter.parse("120", NOW)).contains(NOW.plusSeconds(120));
        assertThat(RetryAfter.parse(" 0120\t", NOW)).contains(NOW.plusSeconds(120));
        assertThat(RetryAfter.parse("86400", NOW)).contains(LATEST);
    }

    @Test
    void anHttpDateIsAPointInTime() {
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 12:30:00 GMT", NOW))
                .contains(Instant.parse("2026-03-01T12:30:00Z"));
        assertThat(RetryAfter.parse(" Mon, 02 Mar 2026 11:59:59 GMT ", NOW))
                .contains(Instant.parse("2026-03-02T11:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "86401",
                "31536000",
                "999999999999999999",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999999999999",
                "Mon, 02 Mar 2026 12:00:01 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void noWaitIsLongerThanADay(String value) {
        assertThat(RetryAfter.parse(value, NOW)).contains(LATEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "000",
                "Sun, 01 Mar 2026 12:00:00 GMT",
                "Sun, 01 Mar 2026 11:00:00 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT"
            })
    void whatHasPassedIsNoWait(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-120",
                "+120",
                "1.5",
                "1e3",
                "0x10",
                "120 s",
                "120, 60",
                "soon",
                "\u0661\u0662",
                "2026-03-01T12:30:00Z",
                "Sun, 01 Mar 2026",
                "Sun, 31 Feb 2026 12:00:00 GMT",
                "Sun, 01 Mar 2026 25:00:00 GMT"
            })
    void whatIsNeitherSecondsNorADateIsIgnored(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Property
    void whateverTheServerSaysTheWaitIsAheadAndWithinADay(@ForAll String value) {
        assertThat(RetryAfter.parse(value, NOW).stream())
                .allSatisfy(until -> assertThat(until).isAfter(NOW).isBeforeOrEqualTo(LATEST));
    }

    @Property
    void everyNumberOfSecondsWithinADayCountsAsItIs(@ForAll int number) {
        int seconds = 1 + Math.floorMod(number, 86_400);
        assertThat(RetryAfter.parse(Integer.toString(seconds), NOW)).contains(NOW.plusSeconds(seconds));
    }
}
