package io.jenkins.plugins.securityspacedns.lookup;

import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** The zone {@code example.com} with two name servers on loopback, and a resolver that knows them. */
public final class SimulatedZone implements AutoCloseable {

    public final NameServer first;
    public final NameServer second;
    private final NameServer resolver;
    private final NameServers nameServers;

    public SimulatedZone() throws IOException {
        first = new NameServer("example.com");
        second = new NameServer("example.com");
        resolver = new NameServer(".")
                .with("example.com", "NS", "ns1.example.com.")
                .with("example.com", "NS", "ns2.example.com.")
                .with("ns1.example.com", "A", "192.0.2.1")
                .with("ns2.example.com", "A", "192.0.2.2");
        Map<InetAddress, InetSocketAddress> places = Map.of(
                InetAddress.getByName("192.0.2.1"), first.address(),
                InetAddress.getByName("192.0.2.2"), second.address());
        nameServers = new NameServers(() -> List.of(resolver.address()), places::get);
    }

    /** Asks them. */
    public NameServers nameServers() {
        return nameServers;
    }

    /** Has both serve one address for a host from now on. */
    public void serve(String host, String address) {
        serve(first, host, address);
        serve(second, host, address);
    }

    /** Has one of them serve one address for a host from now on. */
    public static void serve(NameServer server, String host, String address) {
        server.without(host).with(host, "A", address);
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
        resolver.close();
    }
}
