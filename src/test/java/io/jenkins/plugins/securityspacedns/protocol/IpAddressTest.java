package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7, 198.51.100.7",
        "' 198.51.100.7\t', 198.51.100.7",
        "0.0.0.0, 0.0.0.0",
        "2001:DB8::7, 2001:db8::7",
        "2001:db8:0:0:0:0:0:7, 2001:db8::7",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221"
    })
    void isWrittenInItsCanonicalForm(String literal, String canonical) {
        assertThat(IpAddress.parse(literal)).hasToString(canonical).isEqualTo(IpAddress.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "256.1.1.1",
                "1.2.3.4:80",
                "0x7f.1",
                "2130706433",
                "localhost",
                "::ffff:198.51.100.7",
                "::ffff:0:0",
                "[::1]",
                "fe80::1%eth0",
                "1::2::3",
                ":",
                ":::",
                "12345::",
                "١.١.١.١",
                "1.2.3.4\0"
            })
    void refusesWhatIsNoLiteral(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tellsItsFamily() {
        assertThat(IpAddress.parse("198.51.100.7").family()).isEqualTo(Family.IPV4);
        assertThat(IpAddress.parse("2001:db8::7").family()).isEqualTo(Family.IPV6);
    }

    @Test
    void addressesSpreadOverAHashTable() {
        assertThat(IpAddress.parse("198.51.100.7"))
                .hasSameHashCodeAs(IpAddress.parse(" 198.51.100.7 "))
                .doesNotHaveSameHashCodeAs(IpAddress.parse("198.51.100.8"));
    }

    @Property(tries = 5000)
    void agreesWithTheJdkOnWhateverItTakesAndThrowsNothingElse(@ForAll("almostLiterals") String text)
            throws UnknownHostException {
        IpAddress address;
        try {
            address = IpAddress.parse(text);
        } catch (InvalidInputException e) {
            return;
        }
        byte[] expected = InetAddress.getByName(text.strip()).getAddress();
        assertThat(address.bytes()).isEqualTo(expected);
        assertThat(InetAddress.getByName(address.toString()).getAddress()).isEqualTo(expected);
    }

    @Property
    void throwsNothingElseForAnyText(@ForAll String text) {
        try {
            assertThat(IpAddress.parse(text).bytes()).hasSizeBetween(4, 16);
        } catch (InvalidInputException e) {
            assertThat(e).hasMessageContaining("IP");
        }
    }

    @Property
    void readsEveryAddressThatTheJdkWrites(@ForAll @Size(16) byte[] ipv6, @ForAll @Size(4) byte[] ipv4)
            throws UnknownHostException {
        for (byte[] bytes : new byte[][] {ipv4, ipv6}) {
            InetAddress address = InetAddress.getByAddress(bytes);
            IpAddress parsed = IpAddress.parse(address.getHostAddress());
            assertThat(parsed.bytes()).isEqualTo(address.getAddress());
            assertThat(IpAddress.parse(parsed.toString())).isEqualTo(parsed);
        }
    }

    @Provide
    Arbitrary<String> almostLiterals() {
        Arbitrary<String> group =
                Arbitraries.strings().withChars("0123456789abcdefF").ofMaxLength(4);
        Arbitrary<String> ipv6 = group.list().ofMaxSize(9).map(groups -> String.join(":", groups));
        Arbitrary<String> octet = Arbitraries.integers().between(0, 270).map(String::valueOf);
        Arbitrary<String> ipv4 = octet.list().ofMinSize(3).ofMaxSize(5).map(octets -> String.join(".", octets));
        Arbitrary<String> mixed = ipv6.flatMap(head -> ipv4.map(tail -> head + ":" + tail));
        return Arbitraries.oneOf(ipv6, ipv4, mixed);
    }
}
