package io.jenkins.plugins.securityspacedns.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.util.Arrays;
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

    @Test
    void anyMeansEveryProblem() {
        assertThat(FailOn.parse(List.of("badauth", " Any ")).outcomes())
                .containsExactlyInAnyOrder(Arrays.stream(Outcome.values())
                        .filter(Outcome::isProblem)
                        .toArray(Outcome[]::new));
    }

    @Test
    void noWordOrNoneAloneMeansThatNothingFails() {
        assertThat(FailOn.parse(List.of()).outcomes()).isEmpty();
        assertThat(FailOn.parse(List.of(" None ")).outcomes()).isEmpty();
        assertThatThrownBy(() -> FailOn.parse(List.of("none", "badauth"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void whatIsHeldBackCountsAsTheWorseOfItsCauseAndOfBeingHeldBack() {
        FailOn failOn = FailOn.parse(List.of("badauth"));
        assertThat(failOn.verdictOfDeferred(Outcome.BADAUTH)).isEqualTo(Verdict.FAILURE);
        assertThat(failOn.verdictOfDeferred(Outcome.NOHOST)).isEqualTo(Verdict.UNSTABLE);
        assertThat(FailOn.parse(List.of("deferred")).verdictOfDeferred(Outcome.NOHOST))
                .isEqualTo(Verdict.FAILURE);
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
