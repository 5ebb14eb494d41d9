package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.0.9",
                "192.0.0.10",
                "192.0.1.0",
                "192.0.3.0",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "192.175.48.1",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "64:ff9b::808:808",
                "2000::",
                "2001:1::1",
                "2001:1::2",
                "2001:1::3",
                "2001:3::1",
                "2001:4:112::1",
                "2001:20::1",
                "2001:2f:ffff::",
                "2001:30::1",
                "2001:3f:ffff::",
                "2001:200::1",
                "2001:db7:ffff::",
                "2001:db9::",
                "2003::1",
                "2606:4700::1",
                "2620:4f:8000::1",
                "3ffe::1",
                "3fff:1000::",
                "3fff:ffff::"
            })
    void whatTheInternetReachesIsGloballyRoutable(String literal) {
        assertThat(AddressRules.isGloballyRoutable(IpAddress.parse(literal))).isTrue();
        assertThat(AddressRules.notice(IpAddress.parse(literal))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.7",
                "192.0.0.8",
                "192.0.0.11",
                "192.0.0.170",
                "192.0.0.171",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "192.88.99.2",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "::2",
                "64:ff9a::1",
                "64:ff9b:1::1",
                "64:ff9b:0:0:0:1::",
                "100::1",
                "100:0:0:1::1",
                "1fff:ffff::",
                "2001::1",
                "2001:0:ffff::",
                "2001:1::",
                "2001:1::4",
                "2001:2::1",
                "2001:4:111::",
                "2001:4:113::",
                "2001:5::1",
                "2001:10::1",
                "2001:1f:ffff::",
                "2001:40::",
                "2001:1ff::",
                "2001:db8::1",
                "2002::1",
                "2002:ffff::",
                "3fff::1",
                "3fff:fff:ffff::",
                "4000::",
                "5f00::1",
                "fbff::1",
                "fc00::1",
                "fdff::1",
                "fe00::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void whatTheRegistriesKeepFromTheInternetIsNot(String literal) {
        assertThat(AddressRules.isGloballyRoutable(IpAddress.parse(literal))).isFalse();
        assertThat(AddressRules.notice(IpAddress.parse(literal))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 192.168.1.7 is not reachable from the internet: private-use (RFC 1918)",
        "100.64.3.2, 100.64.3.2 is not reachable from the internet: shared address space of carrier-grade NAT (RFC 6598)",
        "FD00::7, fd00::7 is not reachable from the internet: unique-local (RFC 4193)",
    })
    void theNoticeSaysWhy(String literal, String notice) {
        assertThat(AddressRules.notice(IpAddress.parse(literal))).contains(notice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "127.0.0.1",
                "127.9.9.9",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "::",
                "::1",
                "ff02::1"
            })
    void aGivenAddressThatNoHostHasIsRefused(String literal) {
        assertThatThrownBy(() -> AddressRules.requireUnicast(IpAddress.parse(literal)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The address " + literal + " cannot be the address of a host: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "100.64.0.1",
                "169.254.1.1",
                "192.168.1.7",
                "198.51.100.7",
                "8.8.8.8",
                "fd00::1",
                "fe80::1",
                "2001:db8::7"
            })
    void anyUnicastAddressThatIsGivenIsTaken(String literal) {
        assertThatCode(() -> AddressRules.requireUnicast(IpAddress.parse(literal)))
                .doesNotThrowAnyException();
    }

    @Test
    void aNameIsNotALiteral() {
        assertThat(AddressRules.literal("localhost")).isNull();
        assertThat(AddressRules.literal("::ffff:1.2.3.4")).isNull();
        assertThat(AddressRules.literal(" 1.2.3.4")).isNull();
    }

    @Property(tries = 20_000)
    void theAgentsReadingOfALiteralIsTheOneOfTheController(
            @ForAll @Chars({':', '.', '0', '1', '2', 'f'}) @CharRange(from = '0', to = '9') @StringLength(max = 24)
                    String text) {
        InetAddress read = AddressRules.literal(text);
        try {
            byte[] expected = IpAddress.parse(text).bytes();
            assertThat(read).isNotNull();
            assertThat(read.getAddress()).isEqualTo(expected);
        } catch (InvalidInputException e) {
            assertThat(read).isNull();
        }
    }
}
