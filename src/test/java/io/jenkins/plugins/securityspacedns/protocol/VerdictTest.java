package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, SUCCESS, SUCCESS",
        "SUCCESS, UNSTABLE, UNSTABLE",
        "SUCCESS, FAILURE, FAILURE",
        "UNSTABLE, UNSTABLE, UNSTABLE",
        "UNSTABLE, FAILURE, FAILURE",
        "FAILURE, FAILURE, FAILURE"
    })
    void theWorstOfTwoCounts(Verdict one, Verdict other, Verdict worst) {
        assertThat(one.worst(other)).isEqualTo(worst);
        assertThat(other.worst(one)).isEqualTo(worst);
    }
}
