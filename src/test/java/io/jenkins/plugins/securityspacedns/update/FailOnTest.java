package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailOnTest {

    @Test
    void failsByDefaultOnWhatSomebodyMustSolve() {
        assertThat(FailOn.DEFAULT.outcomes())
                .containsExactlyInAnyOrder(Outcome.BADAUTH, Outcome.BLOCKED, Outcome.NOHOST, Outcome.NO_ADDRESS);
    }

    @Test
    void takesWordsInAnyCase() {
        assertThat(FailOn.parse(List.of(" Server-Error", "DEFERRED")).outcomes())
                .containsExactlyInAnyOrder(Outcome.SERVER_ERROR, Outcome.DEFERRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "updated", "", "badauth!"})
    void refusesAWordThatNamesNoProblem(String word) {
        assertThatThrownBy(() -> FailOn.parse(List.of(word)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"" + word + "\"")
                .hasMessageContaining("server-error");
    }
}
