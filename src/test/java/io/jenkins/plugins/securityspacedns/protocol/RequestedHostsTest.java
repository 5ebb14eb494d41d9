package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example.com,b.example.com",
                "a.example.com b.example.com",
                "a.example.com\nb.example.com",
                "a.example.com\r\n\tb.example.com",
                " , a.example.com ,, b.example.com , \n",
                "a.example.com\u00a0b.example.com",
                "\u00a0a.example.com,\u00a0b.example.com\u00a0",
                "a.example.com\u2003\u3000\u2028b.example.com\u202f",
                "\ufeffa.example.com, b.example.com",
                "a.example.com\u200b,\u200bb.example.com\u2060",
                "\u200e\u202aa.example.com\u202c \u200b \u00ad\u00a0b.example.com",
                "a.example.com\u0085b.example.com"
            })
    void oneTextHoldsHostsSeparatedByCommaOrWhiteSpaceOfAnyKind(String text) {
        assertThat(spellings(RequestedHosts.parse(List.of(text)))).containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void everyTextOfAListMayHoldSeveralHosts() {
        assertThat(spellings(RequestedHosts.parse(List.of("c.example.com", "", "a.example.com, b.example.com"))))
                .containsExactly("c.example.com", "a.example.com", "b.example.com");
    }

    @Test
    void everySpellingIsKeptAndEveryHostIsSentOnce() {
        RequestedHosts hosts = RequestedHosts.parse(List.of(
                "B.example.com a.example.com b.example.com. b\u00fccher.example.com XN--BCHER-KVA.example.com"));
        assertThat(spellings(hosts))
                .containsExactly(
                        "B.example.com",
                        "a.example.com",
                        "b.example.com.",
                        "b\u00fccher.example.com",
                        "XN--BCHER-KVA.example.com");
        assertThat(hosts.distinct())
                .extracting(HostName::ascii)
                .containsExactly("b.example.com", "a.example.com", "xn--bcher-kva.example.com");
    }

    @Test
    void noHostAtAllIsRefused() {
        for (List<String> none : List.of(List.<String>of(), List.of(""), List.of(" ,\n", ","))) {
            assertThatThrownBy(() -> RequestedHosts.parse(none))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("No host name");
        }
        assertThatThrownBy(() -> new RequestedHosts(List.of())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void oneWrongHostAmongManyIsRefusedByName() {
        assertThatThrownBy(() -> RequestedHosts.parse(List.of("a.example.com, b+.example.com, c.example.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"b+.example.com\"")
                .hasMessageNotContaining("c.example.com");
    }

    @Test
    void whatNobodySeesWithinANameIsNamed() {
        assertThatThrownBy(() -> RequestedHosts.parse(List.of("a.example.com\u200bb.example.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("U+200B ZERO WIDTH SPACE");
    }

    @Test
    void allWrongHostsAreNamedInOneMessageAndEachOnce() {
        assertThatThrownBy(
                        () -> RequestedHosts.parse(List.of("a!.example.com, b.example.com", "www", "a!.example.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The host name \"a!.example.com\" holds \"!\". Write letters, digits, hyphens and"
                        + " underscores; * alone may be the first label. The host name \"www\" is not fully qualified."
                        + " Write it with its domain, such as www.example.com.");
    }

    @Test
    void ofManyWrongHostsTheFirstAreNamedAndTheOthersCounted() {
        String list = IntStream.range(0, 1000).mapToObj(i -> "h" + i).collect(Collectors.joining(" "));
        assertThatThrownBy(() -> RequestedHosts.parse(List.of(list)))
                .hasMessageContaining("\"h0\"")
                .hasMessageContaining("\"h4\"")
                .hasMessageEndingWith(" And 995 more host names are wrong.")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(1000));
    }

    @Test
    void ofFewWrongHostsNoneIsLeftToBeCounted() {
        assertThatThrownBy(() -> RequestedHosts.parse(List.of("h0 h1 h2 h3 h4")))
                .hasMessageContaining("\"h4\"")
                .hasMessageNotContaining("more host names");
    }

    @Test
    void laterChangesToTheListDoNotReachIt() {
        List<RequestedHosts.RequestedHost> list = new ArrayList<>(
                List.of(new RequestedHosts.RequestedHost("a.example.com", HostName.parse("a.example.com"))));
        RequestedHosts hosts = new RequestedHosts(list);
        list.clear();
        assertThat(hosts.requested()).hasSize(1);
    }

    private static List<String> spellings(RequestedHosts hosts) {
        return hosts.requested().stream()
                .map(RequestedHosts.RequestedHost::spelling)
                .toList();
    }
}
