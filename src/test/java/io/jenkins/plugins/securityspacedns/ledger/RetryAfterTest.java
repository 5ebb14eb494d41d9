package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "Sun, 01 Mar 2026 12:30:00 GMT",
                "Sunday, 01-Mar-26 12:30:00 GMT",
                "Sun Mar  1 12:30:00 2026",
                " sunday, 01-mar-26 12:30:00 gmt ",
                "sun mar  1 12:30:00 2026",
                "Sun, 01 Mar 2026 13:30:00 +0100"
            })
    void allThreeFormsOfAnHttpDateAreRead(String value) {
        assertThat(RetryAfter.parse(value, NOW)).contains(Instant.parse("2026-03-01T12:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-15T12:00:00Z | Wednesday, 16-Sep-26 01:02:03 GMT | Wed Sep 16 01:02:03 2026",
                "2026-12-31T23:59:00Z | Friday, 01-Jan-27 00:00:01 GMT | Fri Jan  1 00:00:01 2027",
                "1999-12-31T23:59:00Z | Saturday, 01-Jan-00 00:00:01 GMT | Sat Jan  1 00:00:01 2000"
            })
    void theOlderFormsOfADateMeanTheSameTime(Instant now, String rfc850, String asctime) {
        assertThat(RetryAfter.parse(rfc850, now)).isPresent().isEqualTo(RetryAfter.parse(asctime, now));
        assertThat(RetryAfter.parse(rfc850, now).orElseThrow()).isBefore(now.plus(Duration.ofHours(24)));
    }

    // 2076 is 50 years ahead: its first of March at noon is not more than that, one second later is, and so of 1976.
    @Test
    void aYearOfTwoDigitsIsAtMostFiftyYearsAhead() {
        assertThat(RetryAfter.parse("Sunday, 01-Mar-76 12:00:00 GMT", NOW)).contains(LATEST);
        assertThat(RetryAfter.parse("Sunday, 01-Mar-76 12:00:01 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("Monday, 01-Mar-76 12:00:01 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("Tuesday, 01-Mar-77 12:00:00 GMT", NOW)).isEmpty();
        assertThat(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", NOW)).isEmpty();
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
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Monday, 02-Mar-26 12:00:01 GMT",
                "Mon Mar  2 12:00:01 2026",
                "Fri Dec 31 23:59:59 9999"
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
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Sunday, 01-Mar-26 12:00:00 GMT",
                "Sun Nov  6 08:49:37 1994"
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
                "Sun, 01 Mar 2026 25:00:00 GMT",
                "Sunday, 01-Mar-2026 12:30:00 GMT",
                "Sun, 01-Mar-26 12:30:00 GMT",
                "Sunday, 01-Mar-26 12:30:00",
                "Sun Mar 1 12:30:00 2026",
                "Sun Mar  1 12:30:00 2026 GMT",
                "Sun Mar  1 12:30:00 26",
                "Monday, 01-Mar-26 12:30:00 GMT"
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
