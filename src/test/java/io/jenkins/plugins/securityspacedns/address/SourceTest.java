package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://echo.example",
                "HTTPS://echo.example:8443/ip?format=text",
                "http://echo.example/",
                "https://echo.example:65535/",
                "https://[2001:db8::7]/",
                "dns://192.0.2.1/myip.example?type=A",
                "dns://192.0.2.1/myip.example",
                "dns://resolver.example:5353/myip.example.?type=txt",
                "dns://[2001:db8::7]:53/myip.example?type=AAAA;class=IN",
                "DNS://192.0.2.1/whoami.example?CLASS=in;TYPE=txt",
                "interface:",
                "Interface:eth0.5@if3",
                "upnp:",
                "UPNP:",
                "natpmp://192.168.1.1",
                "natpmp://127.0.0.1:15351",
                "http://192.168.1.1/status#:~:text=WAN%20IP",
                "http://[fd00::1]:8080/a?b=c#:~:text=%C3%A4",
                "https://router.example/#:~:text=IP",
                "198.51.100.7",
                "2001:db8::7"
            })
    void isRead(String spec) {
        assertThat(Source.parse(" " + spec + "\n").spec()).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                     | visible ASCII
                    'https://echo.example/ x'              | visible ASCII
                    https://echo.exämple/                  | visible ASCII
                    https://echo.example/%zz               | neither a URL nor an IP address
                    https://[1:2:3:4:5:6:7::33333333310.1] | neither a URL nor an IP address
                    echo.example                           | none of https:, http:, dns:, interface:, upnp: and natpmp:
                    ftp://echo.example/                    | none of https:, http:, dns:, interface:, upnp: and natpmp:
                    file:///etc/hostname                   | none of https:, http:, dns:, interface:, upnp: and natpmp:
                    mailto:a                               | none of https:, http:, dns:, interface:, upnp: and natpmp:
                    256.1.1.1                              | none of https:, http:, dns:, interface:, upnp: and natpmp:
                    https:echo.example                     | no host
                    https:///ip                            | no host
                    https://under_score/                   | no host
                    https://127.1/                         | no host
                    https://echo.example:x/                | no host
                    https://echo.example:0/                | port
                    https://echo.example:65536/            | port
                    https://echo.example:-1/               | no host
                    https://echo.example/#a                | after "#" goes the text before the address
                    https://echo.example/#                 | after "#" goes the text before the address
                    https://echo.example/#:~:text=         | after "#" goes the text before the address
                    https://echo.example/#:~:text=%20      | after "#" goes the text before the address
                    https://echo.example/#:~:text=a,b      | %2C
                    https://echo.example/#:~:text=a&text=b | %26
                    http://router/#:~:text=IP              | plain HTTP at a private address only
                    http://8.8.8.8/#:~:text=IP             | plain HTTP at a private address only
                    http://[2606:4700::1]/#:~:text=IP      | plain HTTP at a private address only
                    file://192.168.1.1/a#:~:text=IP        | none of https:
                    interface:eth0/x                       | the name of a network interface
                    interface://eth0                       | the name of a network interface
                    upnp://192.168.1.1                     | nothing goes after upnp:
                    upnp:eth0                              | nothing goes after upnp:
                    natpmp:                                | no host
                    natpmp://router                        | write natpmp://ADDRESS
                    natpmp://8.8.8.8                       | write natpmp://ADDRESS
                    natpmp://224.0.0.1                     | write natpmp://ADDRESS
                    natpmp://0.0.0.0                       | write natpmp://ADDRESS
                    natpmp://255.255.255.255               | write natpmp://ADDRESS
                    natpmp://[fd00::1]                     | write natpmp://ADDRESS
                    natpmp://192.168.1.1/a                 | write natpmp://ADDRESS
                    natpmp://192.168.1.1?a                 | write natpmp://ADDRESS
                    natpmp://192.168.1.1#:~:text=a         | after "#" goes
                    dns:myip.example                       | no host
                    dns://192.0.2.1                        | no DNS name
                    dns://192.0.2.1/                       | no DNS name
                    dns://192.0.2.1/a..b                   | no DNS name
                    dns://192.0.2.1/a/b                    | no DNS name
                    dns://192.0.2.1/a%41                   | no DNS name
                    dns://192.0.2.1/a?type=MX              | TYPE=MX is not known
                    dns://192.0.2.1/a?type=                | TYPE= is not known
                    dns://192.0.2.1/a?type=TXT;class=HS    | CLASS=HS is not known
                    dns://192.0.2.1/a?type=A;type=A        | one type=
                    dns://192.0.2.1/a?type=A&class=IN      | is not known
                    dns://192.0.2.1/a?ttl=1                | one type=
                    dns://192.0.2.1/a?class=CH;type=TXT    | class CH is no longer asked; remove this source
                    dns://192.0.2.1/a#:~:text=b            | after "#" goes
                    ::ffff:198.51.100.7                    | neither a URL nor an IP address
                    """)
    void isRefusedWithAReason(String spec, String reason) {
        assertThatThrownBy(() -> Source.parse(spec))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be a source: ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://joe:secret@echo.example/",
                "https://joe:se cret@echo.example/",
                "https://secret@under_score/",
                "dns://secret@192.0.2.1/a",
                "https://:secret@"
            })
    void aUserIsRefusedAndThePasswordNotRepeated(String spec) {
        assertThatThrownBy(() -> Source.parse(spec))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user or a password")
                .hasMessageNotContaining("cret");
    }

    @Test
    void aDnsNameHasAtMost253Characters() {
        String longest = ("a".repeat(49) + ".").repeat(5) + "bcd";
        assertThatCode(() -> Source.parse("dns://192.0.2.1/" + longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Source.parse("dns://192.0.2.1/a" + longest)).hasMessageContaining("no DNS name");
        assertThatThrownBy(() -> Source.parse("dns://192.0.2.1/" + "a".repeat(64)))
                .hasMessageContaining("no DNS name");
    }

    @ParameterizedTest
    @CsvSource({
        "http://echo.example/, true",
        "HTTP://192.0.2.1/, true",
        "http://localhost.example/, true",
        "http://127.0.0.1.example/, true",
        "http://[::2]/, true",
        "http://localhost:8080/, false",
        "http://LOCALHOST/, false",
        "http://127.8.9.10/, false",
        "http://[::1]:80/, false",
        "https://echo.example/, false",
        "http://192.168.1.1/#:~:text=IP, false",
        "http://192.168.1.1/, true",
        "dns://192.0.2.1/a, false",
        "198.51.100.7, false"
    })
    void plainHttpIsHttpToAnotherMachine(String spec, boolean plain) {
        Source source = Source.parse(spec);
        assertThat(source.isPlainHttp()).isEqualTo(plain);
        if (plain) {
            assertThatThrownBy(source::refusePlainHttp)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("plain HTTP")
                    .hasMessageContaining(spec);
        } else {
            assertThat(source.refusePlainHttp()).isSameAs(source);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://ipv4.icanhazip.com, Cloudflare",
        "https://ICANHAZIP.com/, Cloudflare",
        "https://1.1.1.1/cdn-cgi/trace, Cloudflare",
        "https://www.example.com/cdn-cgi/trace, Cloudflare",
        "dns://1.1.1.1/whoami.example?type=TXT, Cloudflare",
        "dns://[2606:4700:4700::1111]/whoami.example?type=TXT, Cloudflare",
        "https://api64.ipify.org?format=text, ipify",
        "https://checkip.amazonaws.com/, Amazon",
        "dns://resolver1.opendns.com/myip.opendns.com, OpenDNS",
        "https://noticanhazip.com/, noticanhazip.com",
        "interface:, this machine",
        "interface:eth0, this machine",
        "upnp:, the router",
        "natpmp://192.168.1.1, the router",
        "http://192.168.2.1/#:~:text=IP, the router",
        "https://[fd00::1]/#:~:text=IP, the router",
        "https://router.example/#:~:text=IP, router.example",
    })
    void aKnownServiceNamesItsOperator(String spec, String operator) {
        assertThat(Source.parse(spec).operator()).isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://ECHO.example:443",
                "https://echo.example/other",
                "https://echo.example/?a",
                "https://echo.example:444/",
                "http://echo.example/",
                "https://echo.example./",
                "https://v4.echo.example/",
                "dns://echo.example/myip.example"
            })
    void allSourcesOfOneServerOrDomainHaveOneOperator(String spec) {
        assertThat(Source.parse(spec).operator())
                .isEqualTo(Source.parse("https://echo.example/").operator());
    }

    @ParameterizedTest
    @CsvSource({
        "https://echo.example/, https://other.example/",
        "https://one.co.uk/, https://two.co.uk/",
        "https://one.com.au/, https://two.com.au/",
        "https://192.0.2.1/, https://192.0.2.2/",
        "https://192.0.2.1/, https://198.51.2.1/",
        "https://[2001:db8::7]/, https://[2001:db8::8]/",
        "2001:db8::7, 2001:db8::8",
        "192.0.2.1, https://192.0.2.1/",
        "http://localhost:8081/, http://localhost:8082/"
    })
    void differentServersAreIndependent(String one, String other) {
        assertThat(Source.parse(one).operator())
                .isNotEqualTo(Source.parse(other).operator());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.one.co.uk/, https://b.one.co.uk/",
        "https://192.0.2.1/a, http://192.0.2.1:8080/b",
        "https://[2001:db8::7]/, https://[2001:DB8:0::7]:8443/",
        "https://[2606:4700:4700:0::1111]/, dns://1.1.1.1/whoami.cloudflare",
        "2001:DB8::7, 2001:db8:0::7",
        "http://localhost:8081/a, http://127.0.0.1:8081/b"
    })
    void oneServerIsOneOperatorHoweverItIsSpelled(String one, String other) {
        assertThat(Source.parse(one).operator()).isEqualTo(Source.parse(other).operator());
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultsAreEncryptedOrDnsAndOfSeveralOperators(Family family) {
        List<Source> sources =
                KnownSources.defaults(family).stream().map(Source::parse).toList();
        assertThat(sources).noneMatch(Source::isPlainHttp);
        assertThat(sources.stream().map(Source::operator).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sources)
                .allSatisfy(source -> assertThat(source).hasToString(source.spec() + " (" + source.operator() + ")"));
    }

    @Test
    void theDefaultsOfAFamilyAnswerForThatFamily() {
        assertThat(KnownSources.defaults(Family.IPV4))
                .contains("https://api.ipify.org", "dns://208.67.222.222/myip.opendns.com?type=A")
                .noneMatch(spec -> spec.contains("[") || spec.contains("AAAA"));
        assertThat(KnownSources.defaults(Family.IPV6))
                .contains("https://api6.ipify.org", "dns://[2620:119:35::35]/myip.opendns.com?type=AAAA")
                .noneMatch(spec -> spec.contains("//ipv4.") || spec.matches("[a-z]+://[0-9.]+/.*"));
    }

    @Property
    void noTextMakesItThrowAnythingElse(@ForAll String text) {
        for (String spec : List.of(text, "https://" + text, "dns://192.0.2.1/" + text, "https://h:" + text)) {
            try {
                Source source = Source.parse(spec);
                assertThat(source.operator()).isNotEmpty();
                assertThat(source.toString()).startsWith(source.spec());
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("source");
            }
        }
    }
}
