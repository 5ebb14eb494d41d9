package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "updated, SUCCESS",
        "unchanged, SUCCESS",
        "current, SUCCESS",
        "unpublished, UNSTABLE",
        "nohost, FAILURE",
        "badauth, FAILURE",
        "blocked, FAILURE",
        "server-error, UNSTABLE",
        "unconfirmed, UNSTABLE",
        "unreachable, UNSTABLE",
        "no-address, FAILURE"
    })
    void everyOutcomeHasItsWordAndItsVerdict(String word, Verdict verdict) {
        Outcome outcome = Outcome.ofWord(word).orElseThrow();
        assertThat(outcome).hasToString(word);
        assertThat(outcome.defaultVerdict()).isEqualTo(verdict);
        assertThat(outcome.isProblem()).isEqualTo(verdict != Verdict.SUCCESS);
    }

    @Test
    void thereAreNoOutcomesButThoseOfTheDesign() {
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::word))
                .containsExactly(
                        "updated",
                        "unchanged",
                        "current",
                        "unpublished",
                        "nohost",
                        "badauth",
                        "blocked",
                        "server-error",
                        "unconfirmed",
                        "unreachable",
                        "deferred",
                        "no-address");
    }

    @Test
    void theServerHasTheAddressWhateverTheNameServersServe() {
        assertThat(Outcome.values())
                .filteredOn(Outcome::isConfirmed)
                .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.CURRENT, Outcome.UNPUBLISHED);
    }

    @Test
    void aRefusedPasswordAndABlockAreOfTheWholeAccount() {
        assertThat(Outcome.values())
                .filteredOn(Outcome::isRefusalOfAccount)
                .containsExactly(Outcome.BADAUTH, Outcome.BLOCKED);
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeIsFoundByItsWordInAnyCase(Outcome outcome) {
        assertThat(Outcome.ofWord(outcome.word())).contains(outcome);
        assertThat(Outcome.ofWord(outcome.word().toUpperCase(Locale.ROOT))).contains(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "good", "any", "server_error", " updated"})
    void anythingElseIsNoOutcome(String word) {
        assertThat(Outcome.ofWord(word)).isEmpty();
    }
}
