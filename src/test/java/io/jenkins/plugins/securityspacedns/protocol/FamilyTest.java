package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {

    @ParameterizedTest
    @CsvSource({"ipv4, IPV4", "IPv4, IPV4", "ipv6, IPV6", "IPV6, IPV6"})
    void aFamilyIsFoundByItsWordInAnyCase(String word, Family family) {
        assertThat(Family.ofWord(word)).contains(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "ip", "ipv5", " ipv4"})
    void anyOtherWordIsNoFamily(String word) {
        assertThat(Family.ofWord(word)).isEmpty();
    }

    @Test
    void usersWriteItSmallAndSentencesTheWayItIsSpelled() {
        assertThat(Family.IPV4.word()).isEqualTo("ipv4");
        assertThat(Family.IPV6).hasToString("ipv6");
        assertThat(Family.IPV4.displayName()).isEqualTo("IPv4");
        assertThat(Family.IPV6.displayName()).isEqualTo("IPv6");
    }
}
