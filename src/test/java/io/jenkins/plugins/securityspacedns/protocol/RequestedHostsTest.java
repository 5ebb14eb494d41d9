package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
                " , a.example.com ,, b.example.com , \n"
            })
    void oneTextHoldsHostsSeparatedByCommaOrWhiteSpace(String text) {
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
        assertThatThrownBy(() -> RequestedHosts.parse(List.of("a.example.com, b_.example.com, c.example.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"b_.example.com\"");
    }

    @Test
    void laterChangesToTheListDoNotReachIt() {
        List<RequestedHost> list =
                new ArrayList<>(List.of(new RequestedHost("a.example.com", HostName.parse("a.example.com"))));
        RequestedHosts hosts = new RequestedHosts(list);
        list.clear();
        assertThat(hosts.requested()).hasSize(1);
    }

    private static List<String> spellings(RequestedHosts hosts) {
        return hosts.requested().stream().map(RequestedHost::spelling).toList();
    }
}
