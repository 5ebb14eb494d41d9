package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Any bytes as the body of an address echo: one address literal, as everything else reads it too, or none. */
public final class EchoFuzz {

    private EchoFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String body = new String(data, StandardCharsets.UTF_8);
        String text;
        try {
            text = HttpEcho.addressText(body);
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("a trace with");
            return;
        }
        assertThat(body).contains(text);
        InetAddress address = AddressRules.literal(text);
        if (address == null) {
            assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(InvalidInputException.class);
        } else {
            assertThat(IpAddress.parse(text).bytes()).isEqualTo(address.getAddress());
            AddressRules.isGloballyRoutable(address.getAddress());
        }
    }
}
