package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UpnpSourceTest {

    private static final DetectionPlan PLAN =
            DetectionChecks.plan(List.of("upnp:"), 1, Family.IPV4, Duration.ofSeconds(6), "test/1", null);

    private static String ask(String... locations) throws IOException, InterruptedException {
        try (FakeRouter router = FakeRouter.at(locations)) {
            return new UpnpSource(router.address(), PLAN).ask();
        }
    }

    /** The failure of a router whose description is this. */
    private static String failureOf(byte[] description) throws Exception {
        try (FakeEcho place = FakeEcho.responding(description)) {
            ask(place.url() + "igd.xml");
            return "";
        } catch (IOException e) {
            return e.getMessage().replace("127.0.0.1 says ", "");
        }
    }

    @Test
    void theRouterIsSearchedDescribedAndAsked() throws Exception {
        try (FakeEcho control = FakeEcho.of(FakeRouter.answer(" 8.8.4.4 "));
                FakeEcho description =
                        FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, control.url() + "control"));
                FakeRouter router = FakeRouter.at(description.url() + "igd.xml")) {
            assertThat(new UpnpSource(router.address(), PLAN).ask()).isEqualTo("8.8.4.4");
            assertThat(new String(router.questions.take(), StandardCharsets.US_ASCII))
                    .startsWith(
                            "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\n")
                    .endsWith("\r\n\r\n");
            assertThat(description.requests.take()).startsWith("GET /igd.xml HTTP/1.1\r\n");
            assertThat(control.requests.take())
                    .startsWith("POST /control HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nSOAPAction: \"" + FakeRouter.CONNECTION + "#GetExternalIPAddress\"\r\n");
        }
    }

    @Test
    void aRelativePlaceOfControlIsAtThePlaceOfTheDescription() throws Exception {
        URI place = URI.create("http://192.168.1.1:5000/a/igd.xml");
        for (String relative : List.of("/a/b", "b", "http://192.168.1.1:5000/a/b")) {
            assertThat(UpnpSource.connections(place, FakeRouter.description(FakeRouter.CONNECTION, relative)))
                    .containsExactly(
                            java.util.Map.entry(URI.create("http://192.168.1.1:5000/a/b"), FakeRouter.CONNECTION));
        }
    }

    @Test
    void severalRoutersThatTellTheSameAreOneAndDifferentOnesAreQuoted() throws Exception {
        try (FakeEcho one = FakeEcho.of(FakeRouter.answer("8.8.4.4"));
                FakeEcho other = FakeEcho.of(FakeRouter.answer("8.8.8.8"));
                FakeEcho oneIs = FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, one.url()));
                FakeEcho sameIs = FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, one.url() + "same"));
                FakeEcho otherIs = FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, other.url()));
                FakeEcho brokenIs = FakeEcho.of("<html>")) {
            assertThat(ask(oneIs.url(), sameIs.url(), brokenIs.url())).isEqualTo("8.8.4.4");
            assertThatThrownBy(() -> ask(oneIs.url(), otherIs.url()))
                    .hasMessage("127.0.0.1 says 8.8.4.4; 127.0.0.1 says 8.8.8.8");
        }
    }

    @Test
    void aRouterThatHangsKeepsNoOtherFromBeingHeard() throws Exception {
        try (FakeEcho one = FakeEcho.of(FakeRouter.answer("8.8.4.4"));
                FakeEcho oneIs = FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, one.url()));
                FakeEcho hangs = FakeEcho.holding("", new CountDownLatch(1))) {
            assertThat(ask(hangs.url(), oneIs.url())).isEqualTo("8.8.4.4");
            assertThatThrownBy(() -> ask(hangs.url())).hasMessage("127.0.0.1 says no answer");
            oneIs.close();
            assertThatThrownBy(() -> ask(oneIs.url())).hasMessage("127.0.0.1 says nothing, the connection failed");
        }
    }

    @Test
    void noRouterIsToldAsSuch() throws Exception {
        try (FakeRouter silent = new FakeRouter(search -> List.of())) {
            assertThatThrownBy(() -> new UpnpSource(silent.address(), PLAN).ask())
                    .hasMessage("no router answers; UPnP may be switched off in it");
            assertThat(silent.questions).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aBrokenAnswerIsAFailureOfItsRouter() throws Exception {
        String notXml = "its answer is not the XML of UPnP";
        assertThat(failureOf(FakeEcho.ok("<root>"))).isEqualTo(notXml);
        assertThat(failureOf(FakeEcho.ok("<html><br></html>"))).isEqualTo(notXml);
        assertThat(failureOf(FakeEcho.ok(""))).isEqualTo(notXml);
        assertThat(failureOf(FakeEcho.ok("<root/>"))).isEqualTo("its description has no connection to the internet");
        assertThat(failureOf(FakeEcho.response("404 Not Found", "", new byte[0])))
                .isEqualTo("status 404, not 200");
        assertThat(failureOf(FakeEcho.response("302 Found", "Location: http://8.8.8.8/\r\n", new byte[0])))
                .isEqualTo("status 302, not 200; redirects are not followed");
        assertThat(failureOf(FakeEcho.ok("<root>" + " ".repeat(70_000) + "</root>")))
                .isEqualTo("the body is larger than 64 KiB");
        try (FakeEcho control = FakeEcho.responding(FakeEcho.response("500 Internal Server Error", "", new byte[0]))) {
            assertThat(failureOf(FakeEcho.ok(FakeRouter.description(FakeRouter.CONNECTION, control.url()))))
                    .isEqualTo("status 500, not 200");
        }
    }

    @Test
    void whatANameOfAnEntityOrAnExternalDtdLeadsToIsNotRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "8.8.4.4");
        try (FakeEcho stranger = FakeEcho.of("8.8.4.4")) {
            for (String dtd : List.of(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + stranger.url() + "\">]>",
                    "<!DOCTYPE a SYSTEM \"" + stranger.url() + "\">",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + stranger.url() + "\"> %p;]>",
                    "<!DOCTYPE a [<!ENTITY y \"8.8.4.4\"><!ENTITY x \"&y;\">]>")) {
                String xml = dtd + "<a><NewExternalIPAddress>&x;</NewExternalIPAddress></a>";
                assertThatThrownBy(() -> UpnpSource.address(xml)).hasMessage("its answer is not the XML of UPnP");
            }
            String include = "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><NewExternalIPAddress><xi:include href=\""
                    + secret.toUri() + "\" parse=\"text\"/></NewExternalIPAddress></a>";
            assertThatThrownBy(() -> UpnpSource.address(include)).hasMessage("it has no address itself");
            assertThat(stranger.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/igd.xml",
                "http://192.168.1.2/igd.xml",
                "http://localhost/igd.xml",
                "http://192.168.1.1@8.8.8.8/igd.xml",
                "http://joe@192.168.1.1/igd.xml",
                "https://192.168.1.1/igd.xml",
                "file://192.168.1.1/etc/passwd",
                "file:///etc/passwd",
                "jar:http://192.168.1.1/a!/b",
                "ftp://192.168.1.1/",
                "http:///igd.xml",
                "http://[::1]/",
                "http://192.168.1.1:x y/",
                ""
            })
    void aDescriptionThatIsNotAtTheSenderIsNotFetched(String location) throws Exception {
        InetAddress sender = InetAddress.getByName("192.168.1.1");
        String answer = "HTTP/1.1 200 OK\r\nLOCATION: " + location + "\r\n\r\n";
        assertThat(UpnpSource.location(answer, sender)).isNull();
        assertThat(UpnpSource.location("HTTP/1.1 200 OK\r\nLOCATION: http://192.168.1.1:5/a\r\n\r\n", sender))
                .isEqualTo(URI.create("http://192.168.1.1:5/a"));
        assertThat(UpnpSource.location("NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.1.1:5/a\r\n\r\n", sender))
                .isNull();
    }

    @Test
    void aSenderOutsideOfThePrivateNetworkIsNotAsked() throws Exception {
        assertThat(UpnpSource.location(
                        "HTTP/1.1 200 OK\r\nLOCATION: http://8.8.8.8/\r\n\r\n", InetAddress.getByName("8.8.8.8")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.168.1.2/control, it names a place that is not its own",
        "//192.168.1.2/control, it names a place that is not its own",
        "http://127.0.0.1/control, it names a place that is not its own",
        "file:///etc/passwd, it names a place that is not its own",
        "https://192.168.1.1/control, it names a place that is not its own",
        "http://joe@192.168.1.1/control, it names a place that is not its own",
        "'a b', its description has a malformed URL"
    })
    void aPlaceOfControlThatIsNotAtTheRouterIsNotAsked(String control, String reason) {
        URI place = URI.create("http://192.168.1.1:5000/igd.xml");
        assertThatThrownBy(() -> UpnpSource.connections(place, FakeRouter.description(FakeRouter.CONNECTION, control)))
                .hasMessage(reason);
        String base = FakeRouter.description(FakeRouter.CONNECTION, "/c")
                .replace("<device><deviceList>", "<URLBase>http://192.168.1.2/</URLBase><device><deviceList>");
        assertThatThrownBy(() -> UpnpSource.connections(place, base))
                .hasMessage("it names a place that is not its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "", "localhost", "1.2.3", "&#x31;.2.3.4.5"})
    void anAnswerWithoutAnAddressIsToldAsSuch(String said) {
        assertThatThrownBy(() -> UpnpSource.address(FakeRouter.answer(said))).hasMessage("it has no address itself");
    }

    @Test
    void aConnectionThatIsDownIsPassedOverForOneThatIsUp() throws Exception {
        try (FakeEcho down = FakeEcho.of(FakeRouter.answer("0.0.0.0"));
                FakeEcho up = FakeEcho.of(FakeRouter.answer("8.8.4.4"));
                FakeEcho description = FakeEcho.of(FakeRouter.description(FakeRouter.CONNECTION, down.url())
                        .replace(
                                "</serviceList>",
                                "<service><serviceType>urn:schemas-upnp-org:service:WANPPPConnection:1</serviceType>"
                                        + "<controlURL>" + up.url() + "</controlURL></service></serviceList>"))) {
            assertThat(ask(description.url())).isEqualTo("8.8.4.4");
        }
    }
}
