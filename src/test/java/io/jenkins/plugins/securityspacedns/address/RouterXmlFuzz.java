package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Any text as what a router says over UPnP and NAT-PMP: an address or a place at the router itself, or a refusal. */
public final class RouterXmlFuzz {

    private static final URI PLACE = URI.create("http://192.168.1.1:5000/igd.xml");

    private RouterXmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        URI location = UpnpSource.location(text, AddressRules.literal(PLACE.getHost()));
        if (location != null) {
            assertIsAtTheRouter(location);
        }
        try {
            UpnpSource.connections(PLACE, text).keySet().forEach(RouterXmlFuzz::assertIsAtTheRouter);
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("it");
        }
        try {
            assertThat(AddressRules.literal(UpnpSource.address(text))).isNotNull();
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("it");
        }
        try {
            assertThat(AddressRules.literal(NatPmpSource.read(data))).isNotNull();
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertIsAtTheRouter(URI place) {
        assertThat(place.getScheme()).isEqualToIgnoringCase("http");
        assertThat(place.getHost()).isEqualTo(PLACE.getHost());
        assertThat(place.getUserInfo()).isNull();
    }
}
