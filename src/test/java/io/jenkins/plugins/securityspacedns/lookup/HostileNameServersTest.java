package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.simulator.NameServer;
import io.jenkins.plugins.securityspacedns.simulator.NameServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that mean us ill, or keep many hosts waiting. */
@Timeout(120)
class HostileNameServersTest {

    private static final IpAddress ADDRESS = IpAddress.parse("93.184.216.34");

    private final List<NameServer> started = new ArrayList<>();
    private final Map<InetAddress, InetSocketAddress> places = new HashMap<>();
    private NameServer resolver;

    @BeforeEach
    void start() throws IOException {
        resolver = server(".");
    }

    @AfterEach
    void stop() throws IOException {
        for (NameServer server : started) {
            server.close();
        }
    }

    private NameServer server(String zone) throws IOException {
        NameServer server = new NameServer(zone);
        started.add(server);
        return server;
    }

    private NameServer serverOf(String zone, String name, String address) throws IOException {
        NameServer server = server(zone);
        places.put(InetAddress.getByName(address), server.address());
        resolver.with(zone, "NS", name + ".").with(name, "A", address);
        return server;
    }

    private Map<HostName, Served> look(List<HostName> hosts, int seconds) throws InterruptedException {
        return new NameServers(() -> List.of(resolver.address()), places::get)
                .look(hosts, Family.IPV4, Duration.ofSeconds(seconds));
    }

    /** What a server says of a name in somebody else's zone is not for it to say. */
    @Test
    void anAddressOutsideTheZoneIsAskedForAtTheServersOfItsOwn() throws Exception {
        HostName host = HostName.parse("cdn.example.com");
        serverOf("example.com", "ns1.example.com", "192.0.2.1")
                .with("cdn.example.com", "CNAME", "edge.example.net.")
                .with("edge.example.net", "A", "8.8.4.4");
        serverOf("example.net", "ns.example.net", "192.0.2.3").with("edge.example.net", "A", ADDRESS.toString());

        Served served = look(List.of(host), 8).get(host);

        assertThat(served.isEverywhere(ADDRESS)).as(served.toString()).isTrue();
    }

    /** Each zone has two servers, which lead on to two zones: a tree that grows with every step. */
    @Test
    void aliasesThatSpreadOutEndSoon() throws Exception {
        int zones = 255;
        for (int i = 0; i < zones; i++) {
            for (int server = 0; server < 2; server++) {
                int next = 2 * i + 1 + server;
                serverOf("z" + i + ".net", "ns" + server + ".z" + i + ".net", "10.0." + i + "." + (1 + server))
                        .with("a.z" + i + ".net", "CNAME", "a.z" + next + ".net.");
            }
        }
        HostName host = HostName.parse("a.z0.net");

        look(List.of(host), 20);

        assertThat(resolver.questions()).isLessThan(200);
    }

    /** One of two servers is dead: the other one still says of every host what it serves. */
    @Test
    void aSilentServerDoesNotKeepAThousandHostsFromTheOther() throws Exception {
        List<HostName> hosts = hosts(1000);
        serverOf("example.com", "ns1.example.com", "192.0.2.1").fail(Fault.SILENT);
        serverOf("example.com", "ns2.example.com", "192.0.2.2").with("*.example.com", "A", ADDRESS.toString());

        Map<HostName, Served> served = look(hosts, 20);

        assertThat(served.values()).allMatch(each -> each.isEverywhere(ADDRESS));
    }

    @Test
    void aSilentResolverGivesWayToTheNextForManyHosts() throws Exception {
        List<HostName> hosts = hosts(100);
        serverOf("example.com", "ns1.example.com", "192.0.2.1").with("*.example.com", "A", ADDRESS.toString());
        NameServer dead = server(".");
        dead.fail(Fault.SILENT);

        Map<HostName, Served> served = new NameServers(() -> List.of(dead.address(), resolver.address()), places::get)
                .look(hosts, Family.IPV4, Duration.ofSeconds(20));

        assertThat(served.values()).allMatch(each -> each.isEverywhere(ADDRESS));
    }

    /** Three seconds are more than one datagram is given before it is sent again. */
    @Test
    void aServerThatIsAlwaysSlowIsAwaited() throws Exception {
        serverOf("example.com", "ns1.example.com", "192.0.2.1")
                .with("*.example.com", "A", ADDRESS.toString())
                .late(Duration.ofSeconds(3));

        Map<HostName, Served> served = look(hosts(1), 20);

        assertThat(served.values()).allMatch(each -> each.isEverywhere(ADDRESS));
    }

    private static List<HostName> hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HostName.parse("h" + i + ".example.com"))
                .toList();
    }
}
