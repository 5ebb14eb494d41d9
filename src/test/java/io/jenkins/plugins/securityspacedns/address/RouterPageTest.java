package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RouterPageTest {

    /** A table, as many routers have it, with an address of the local network first. */
    private static final String TABLE = """
            <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
            <html><head><title>Status</title><style>td { margin: 0 1.5em }</style></head><body>
            <h2>Local Network</h2><table><tr><td>IP Address:</td><td>192.168.1.1</td></tr></table>
            <h2>Internet</h2><table>
            <tr><td class=k>MAC&nbsp;Address</td><td>00:1A:2B:3C:4D:5E</td></tr>
            <tr><td class=k>WAN&nbsp;IP
               Address</td><td><b>8.8.4.4</b></td></tr>
            <tr><td class=k>Gateway</td><td>8.8.8.8</td></tr></table></body></html>
            """;

    /** A page that a script fills. */
    private static final String SCRIPT = """
            <html><head><script>
            var wan = { "proto": "pppoe", "uptime": "12:34:56", "wan_ipaddr": "8.8.4.4", "wan_gw": "8.8.8.8" };
            </script></head><body onload="fill(wan)"><span id="ip"></span></body></html>
            """;

    /** Words and values as a list, with entities, comments and both families. */
    private static final String LIST = """
            <HTML><BODY><DL><DT>Firmware<DD>v7.29<DT>Internet, IPv4<!-- since <b>1.2.3.4</b> -->
            <DD>verbunden seit 26.11.2026, 04:10 Uhr, IP&#45;Adresse&#x3a; 8&#46;8&period;4&#x2E;4.
            <DT>Internet, IPv6<DD>IP&#45;Adresse: 2001:4860:4860::8844, G&uuml;ltigkeit 5000</DL></BODY></HTML>
            """;

    private static DetectionPlan plan(String spec) {
        return DetectionChecks.plan(List.of(spec), 1, Family.IPV4, Duration.ofSeconds(10), "test/1", null);
    }

    private static String ask(String page, String fragment) throws Exception {
        return ask(FakeEcho.ok(page), fragment);
    }

    private static String ask(byte[] response, String fragment) throws Exception {
        try (FakeEcho router = FakeEcho.responding(response)) {
            DetectionPlan plan = plan(router.url() + "status?a=b#:~:text=" + fragment);
            String said = plan.run().verified(plan).answers().get(0).text();
            assertThat(router.requests.take())
                    .startsWith("GET /status?a=b HTTP/1.1\r\n")
                    .doesNotContain("text");
            return said;
        }
    }

    @Test
    void theFirstAddressAfterTheTextIsTaken() throws Exception {
        assertThat(ask(TABLE, "WAN%20IP%20Address")).isEqualTo("8.8.4.4");
        assertThat(ask(TABLE, "Internet")).isEqualTo("8.8.4.4");
        assertThat(ask(SCRIPT, "wan_ipaddr")).isEqualTo("8.8.4.4");
        assertThat(ask(LIST, "IPv4")).isEqualTo("8.8.4.4");
        assertThat(ask(LIST, "IP%2DAdresse%3A")).isEqualTo("8.8.4.4");
        assertThat(ask(LIST, "IPv6")).isEqualTo("2001:4860:4860::8844 is not an IPv4 address");
    }

    @Test
    void anAddressBehindNatIsToldAsSuch() throws Exception {
        assertThat(ask(TABLE, "Local"))
                .isEqualTo(
                        "your router's own address is 192.168.1.1: it is behind another router (NAT), no name can lead"
                                + " to it");
        assertThat(ask(TABLE.replace("8.8.4.4", "100.64.1.2"), "WAN"))
                .isEqualTo(
                        "your router's own address is 100.64.1.2: the provider uses carrier-grade NAT, no name can lead"
                                + " to it");
    }

    @Test
    void aPageWithoutTheTextIsToldByItsTitle() throws Exception {
        String login = "<html><title lang=en>Please log&nbsp;in</title><form>Password 8.8.8.8</form></html>";
        assertThat(ask(login, "WAN%20IP"))
                .isEqualTo("the text \"WAN IP\" is not on the page, which is titled \"Please log in\"");
        assertThat(ask("WAN-IP 8.8.8.8", "WAN%20IP")).isEqualTo("the text \"WAN IP\" is not on the page");
        assertThat(ask("8.8.8.8 WAN IP: not connected, 1.2.3, 12:34:56", "WAN%20IP"))
                .isEqualTo("no address stands after the text \"WAN IP\" on the page");
    }

    @Test
    void aPageMayHaveOneMebibyte() throws Exception {
        String end = "IP 8.8.4.4";
        String page = " ".repeat(1024 * 1024 - end.length()) + end;
        assertThat(ask(page, "IP")).isEqualTo("8.8.4.4");
        assertThat(ask(page + " ", "IP")).isEqualTo("the body is larger than 1024 KiB");
    }

    @ParameterizedTest
    @CsvSource({"<, 1048576", "&, 1048576", "<!--, 262144", "<title, 149796", "1., 524288", "::, 524288", "&#1, 300000"
    })
    void noPageTakesLong(String part, int times) throws Exception {
        assertThatThrownBy(() -> RouterPage.addressAfter("IP", part.repeat(times) + ">"))
                .hasMessageStartingWith("the text \"IP\" is not on the page");
        assertThatThrownBy(() -> RouterPage.addressAfter("IP", "IP" + part.repeat(times)))
                .hasMessageStartingWith("no address stands after the text");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        byte[] redirect = FakeEcho.response("302 Found", "Location: /login\r\n", new byte[0]);
        assertThat(ask(redirect, "IP")).isEqualTo("status 302, not 200; redirects are not followed");
    }

    @Test
    void aProxyIsNotAsked() throws Exception {
        try (FakeEcho router = FakeEcho.of("IP 8.8.4.4");
                FakeEcho proxy = FakeEcho.of("IP 2.2.2.2")) {
            DetectionPlan plan = DetectionChecks.plan(
                    List.of(router.url() + "#:~:text=IP"),
                    1,
                    Family.IPV4,
                    Duration.ofSeconds(10),
                    "test/1",
                    new ProxySettings("127.0.0.1", proxy.port(), List.of()));
            assertThat(plan.run().answers())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.proxied()).isFalse())
                    .extracting(SourceAnswer::text)
                    .isEqualTo("8.8.4.4");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IP:8.8.4.4            | 8.8.4.4
            IP (8.8.4.4)          | 8.8.4.4
            IP 8.8.4.4/24         | 8.8.4.4
            IP 8.8.4.4:           | 8.8.4.4
            IP 8.8.4.4.           | 8.8.4.4
            IP v1.2.3.4x 8.8.4.4  | 8.8.4.4
            IP ::1                | ::1
            IP fe80::             | fe80::
            IP 2001:db8::1%eth0   | 2001:db8::1
            IP 1.2.3.4.5 8.8.4.4  | 8.8.4.4
            <IP 8.8.4.4> IP <a 1.2.3.4>8.8.8.8 | 8.8.8.8
            IP 8.8.<b>4</b>.4 9.9.9.9 | 9.9.9.9
            """)
    void anAddressIsFoundAmongWhatSurroundsIt(String page, String address) throws Exception {
        assertThat(RouterPage.addressAfter("IP", page)).isEqualTo(address);
    }
}
