package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/** Any text as the status page of a router: an address after the text that is looked for, or a refusal. */
public final class RouterPageFuzz {

    private RouterPageFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String page = new String(data, StandardCharsets.UTF_8);
        try {
            String address = RouterPage.addressAfter("IP", page);
            assertThat(AddressRules.literal(address)).as(address).isNotNull();
        } catch (ProtocolException e) {
            assertThat(e.getMessage())
                    .matches(
                            "(?s)the text \"IP\" is not on the page.*|no address stands after the text \"IP\" on the page");
        }
    }
}
