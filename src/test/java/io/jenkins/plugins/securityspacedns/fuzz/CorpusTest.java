package io.jenkins.plugins.securityspacedns.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries again what fuzzing found worth keeping. */
class CorpusTest {

    @ParameterizedTest
    @EnumSource
    void whatFuzzingKeptIsStillReadWithoutASurprise(Target target) {
        List<byte[]> kept = target.kept();
        assertThat(kept).isNotEmpty();
        kept.forEach(target.run);
    }
}
