package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "199, false, false",
        "200, true, false",
        "299, true, false",
        "300, false, true",
        "399, false, true",
        "400, false, false",
        "500, false, false"
    })
    void theFirstDigitOfTheStatusSaysWhatItMeans(int status, boolean success, boolean redirect) {
        ServerAnswer answer = new ServerAnswer(status, "");
        assertThat(answer.isSuccess()).isEqualTo(success);
        assertThat(answer.isRedirect()).isEqualTo(redirect);
    }
}
