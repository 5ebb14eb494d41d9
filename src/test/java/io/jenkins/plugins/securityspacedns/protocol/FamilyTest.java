package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {

    @ParameterizedTest
    @CsvSource({"ipv4, IPV4", "IPv4, IPV4", "ipv6, IPV6", "' IPv6 ', IPV6"})
    void aFamilyIsFoundByItsWordInAnyCase(String word, Family family) {
        assertThat(Family.parse(word)).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "ip", "ipv5", "ipx"})
    void anyOtherWordIsNoFamily(String word) {
        assertThatThrownBy(() -> Family.parse(word))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("\"" + word + "\" is no address family. Say ipv4 or ipv6.");
    }

    @Test
    void usersWriteItSmallAndSentencesTheWayItIsSpelled() {
        assertThat(Family.IPV4.word()).isEqualTo("ipv4");
        assertThat(Family.IPV6).hasToString("ipv6");
        assertThat(Family.IPV4.displayName()).isEqualTo("IPv4");
        assertThat(Family.IPV6.displayName()).isEqualTo("IPv6");
    }
}
