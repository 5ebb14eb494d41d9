package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** What tells the address without asking anybody on the internet. It travels to an agent only if it is used there. */
final class NearbySource {

    private NearbySource() {}

    /** {@return what the source of a checked spec says: an address, or a text that is none} */
    static String ask(String spec, DetectionPlan plan) throws IOException, InterruptedException {
        String scheme = spec.substring(0, spec.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "interface:" -> InterfaceSource.ask(spec.substring(scheme.length()), plan);
            case "natpmp:" -> NatPmpSource.ask(URI.create(spec), plan.deadline());
            case "upnp:" -> new UpnpSource(UpnpSource.ROUTERS, plan).ask();
            default -> RouterPage.ask(URI.create(spec), plan);
        };
    }
}
