package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Name servers over real sockets: two for the zone example.com, and a resolver that knows them. */
@Timeout(60)
class NameServersTest {

    private static final IpAddress NEW = IpAddress.parse("93.184.216.34");
    private static final IpAddress OLD = IpAddress.parse("8.8.4.4");
    private static final String HOST = "www.example.com";
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final List<NameServer> started = new ArrayList<>();
    private final Map<InetAddress, InetSocketAddress> places = new HashMap<>();
    private NameServer resolver;
    private NameServer first;
    private NameServer second;

    @BeforeEach
    void start() throws IOException {
        resolver = server(".");
        first = serverOf("example.com", "ns1.example.com", "192.0.2.1");
        second = serverOf("example.com", "ns2.example.com", "192.0.2.2");
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

    /** A name server of which the resolver knows; its address leads to where it really is. */
    private NameServer serverOf(String zone, String name, String address) throws IOException {
        NameServer server = server(zone);
        places.put(InetAddress.getByName(address), server.address());
        resolver.with(zone, "NS", name + ".").with(name, "A", address);
        return server;
    }

    private void both(String host, String type, String data) {
        first.with(host, type, data);
        second.with(host, type, data);
    }

    private NameServers nameServers() {
        return new NameServers(() -> List.of(resolver.address()), places::get);
    }

    private Served look(String host, Family family, Duration deadline) throws InterruptedException {
        HostName name = HostName.parse(host);
        return nameServers().look(List.of(name), family, deadline).get(name);
    }

    private Served look(String host) throws InterruptedException {
        return look(host, Family.IPV4, DEADLINE);
    }

    private static List<Answer> answers(Served served) {
        return served.servers().stream().map(Served.NameServer::answer).toList();
    }

    @Test
    void serversThatServeTheSameAgree() throws Exception {
        both(HOST, "A", NEW.toString());

        Served served = look(HOST);

        assertThat(served.isEverywhere(NEW)).isTrue();
        assertThat(served.isEverywhere(OLD)).isFalse();
        assertThat(served.addresses()).isEqualTo("93.184.216.34");
        assertThat(served)
                .hasToString("ns1.example.com (192.0.2.1) serves 93.184.216.34;"
                        + " ns2.example.com (192.0.2.2) serves 93.184.216.34");
    }

    @Test
    void aServerThatServesAnotherAddressIsNamedWithIt() throws Exception {
        first.with(HOST, "A", NEW.toString());
        second.with(HOST, "A", OLD.toString());

        Served served = look(HOST);

        assertThat(served.isEverywhere(NEW)).isFalse();
        assertThat(served.addresses()).isEqualTo("8.8.4.4, 93.184.216.34");
    }

    @Test
    void anOldAddressBesideTheNewOneIsNotEverywhere() throws Exception {
        both(HOST, "A", NEW.toString());
        second.with(HOST, "A", OLD.toString());

        assertThat(look(HOST).isEverywhere(NEW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, SILENT, did not answer in time",
        "REFUSED, REFUSED, refuses to answer",
        "SERVFAIL, FAILED, fails (SERVFAIL)",
        "LAME, LAME, does not know the zone",
        "GARBAGE, FAILED, fails (its answer cannot be read)",
        "OTHER_ID, FAILED, fails (its answer cannot be read)",
        "OTHER_QUESTION, FAILED, fails (its answer cannot be read)",
    })
    void aServerThatDoesNotTellHasNoVote(Fault fault, Answer answer, String sentence) throws Exception {
        both(HOST, "A", NEW.toString());
        second.fail(fault);

        Served served = look(HOST, Family.IPV4, Duration.ofSeconds(5));

        assertThat(answers(served)).containsExactly(Answer.SERVES, answer);
        assertThat(served.toString()).endsWith("ns2.example.com (192.0.2.2) " + sentence);
        assertThat(served.isEverywhere(NEW)).isTrue();
        assertThat(served.answered()).hasSize(1);
    }

    @Test
    void aServerThatCannotBeReachedHasNoVote() throws Exception {
        both(HOST, "A", NEW.toString());
        second.close();

        Served served = look(HOST);

        assertThat(served.isEverywhere(NEW)).isTrue();
        assertThat(answers(served).get(0)).isEqualTo(Answer.SERVES);
        assertThat(answers(served).get(1)).isIn(Answer.UNREACHABLE, Answer.SILENT);
        assertThat(served.toString()).doesNotContain("null");
    }

    @Test
    void ifNoServerAnswersNothingIsEverywhere() throws Exception {
        first.fail(Fault.SILENT);
        second.fail(Fault.SILENT);

        Served served = look(HOST, Family.IPV4, Duration.ofMillis(400));

        assertThat(answers(served)).containsExactly(Answer.SILENT, Answer.SILENT);
        assertThat(served.isEverywhere(NEW)).isFalse();
        assertThat(served.answered()).isEmpty();
        assertThat(served.addresses()).isEqualTo("nothing");
    }

    @Test
    void aLostDatagramIsSentAgain() throws Exception {
        both(HOST, "A", NEW.toString());
        second.fail(Fault.SILENT);
        Thread late = new Thread(() -> {
            while (second.questions() == 0) {
                Thread.onSpinWait();
            }
            second.fail(Fault.NONE);
        });
        late.start();

        assertThat(answers(look(HOST))).containsExactly(Answer.SERVES, Answer.SERVES);
        late.join();
    }

    @Test
    void aTruncatedAnswerIsAskedForAgainOverTcp() throws Exception {
        both(HOST, "A", NEW.toString());
        second.fail(Fault.TRUNCATED);

        assertThat(answers(look(HOST))).containsExactly(Answer.SERVES, Answer.SERVES);
    }

    @Test
    void aNameThatIsGoneIsToldFromOneWithoutAddress() throws Exception {
        first.with("mail.example.com", "TXT", "\"no address\"");

        Served served = look("mail.example.com");

        assertThat(answers(served)).containsExactly(Answer.NO_ADDRESS, Answer.NO_NAME);
        assertThat(served.answered()).hasSize(2);
        assertThat(served.isEverywhere(NEW)).isFalse();
        assertThat(served.addresses()).isEqualTo("nothing");
    }

    @Test
    void ipv6AddressesAreLookedFor() throws Exception {
        both(HOST, "A", NEW.toString());
        both(HOST, "AAAA", "2606:4700::1");

        Served served = look(HOST, Family.IPV6, DEADLINE);

        assertThat(served.isEverywhere(IpAddress.parse("2606:4700::1"))).isTrue();
    }

    @Test
    void aWildcardServesTheNamesBelowItAndItself() throws Exception {
        both("*.dyn.example.com", "A", NEW.toString());

        assertThat(look("any.dyn.example.com").isEverywhere(NEW)).isTrue();
        assertThat(look("*.dyn.example.com").isEverywhere(NEW)).isTrue();
    }

    @Test
    void anAliasInTheZoneIsNamed() throws Exception {
        both(HOST, "CNAME", "office.example.com.");
        both("office.example.com", "A", NEW.toString());

        Served served = look(HOST);

        assertThat(served.aliases()).containsExactly("office.example.com");
        assertThat(served.isEverywhere(NEW)).isTrue();
        assertThat(served.toString()).startsWith("www.example.com is an alias for office.example.com. ns1");
    }

    @Test
    void anAliasIntoAnotherZoneIsFollowedToItsServers() throws Exception {
        both(HOST, "CNAME", "office.example.net.");
        serverOf("example.net", "ns.example.net", "192.0.2.3").with("office.example.net", "A", NEW.toString());

        Served served = look(HOST);

        assertThat(served.aliases()).containsExactly("office.example.net");
        assertThat(served)
                .hasToString("www.example.com is an alias for office.example.net."
                        + " ns.example.net (192.0.2.3) serves 93.184.216.34");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.com.", "a.example.net."})
    void aliasesThatGoInCirclesEnd(String back) throws Exception {
        both(HOST, "CNAME", "a.example.net.");
        serverOf("example.net", "ns.example.net", "192.0.2.3").with("a.example.net", "CNAME", back);

        Served served = look(HOST);

        assertThat(served.isEverywhere(NEW)).isFalse();
        assertThat(answers(served)).doesNotContain(Answer.SERVES);
    }

    @Test
    void aZoneThatBeginsBelowIsFollowed() throws Exception {
        both("dyn.example.com", "NS", "ns.dyn.example.com.");
        resolver.with("ns.dyn.example.com", "A", "192.0.2.4");
        try (NameServer below = new NameServer("dyn.example.com")) {
            places.put(InetAddress.getByName("192.0.2.4"), below.address());
            below.with("a.dyn.example.com", "A", NEW.toString());

            assertThat(look("a.dyn.example.com")).hasToString("ns.dyn.example.com (192.0.2.4) serves 93.184.216.34");
        }
    }

    @Test
    void recordsOfOtherNamesDoNotCount() throws Exception {
        first.with("*.example.com", "A", OLD.toString());
        second.with(HOST, "CNAME", "other.example.com.");

        assertThat(look(HOST).servers().get(1).addresses()).isEmpty();
    }

    @Test
    void aZoneThatNobodyKnowsIsNamed() throws Exception {
        Served served = look("www.example.org");

        assertThat(served.servers()).isEmpty();
        assertThat(served).hasToString("The resolver 127.0.0.1 knows no name servers of org");
    }

    @ParameterizedTest
    @CsvSource({"SILENT, did not answer in time", "SERVFAIL, fails for www.example.com: SERVFAIL"})
    void aResolverThatFailsIsNamed(Fault fault, String sentence) throws Exception {
        resolver.fail(fault);

        assertThat(look(HOST, Family.IPV4, Duration.ofSeconds(1))).hasToString("The resolver 127.0.0.1 " + sentence);
    }

    @Test
    void theNextResolverIsAskedIfOneFails() throws Exception {
        both(HOST, "A", NEW.toString());
        NameServer broken = server(".");
        broken.fail(Fault.SERVFAIL);
        NameServers servers = new NameServers(() -> List.of(broken.address(), resolver.address()), places::get);
        HostName host = HostName.parse(HOST);

        Served served = servers.look(List.of(host), Family.IPV4, DEADLINE).get(host);

        assertThat(served.isEverywhere(NEW)).isTrue();
    }

    @Test
    void aThousandHostsAreLookedAtInOneGo() throws Exception {
        List<HostName> hosts = IntStream.range(0, 1000)
                .mapToObj(i -> HostName.parse("h" + i + ".example.com"))
                .toList();
        both("*.example.com", "A", NEW.toString());

        Map<HostName, Served> served = nameServers().look(hosts, Family.IPV4, Duration.ofSeconds(30));

        assertThat(served.keySet()).containsExactlyElementsOf(hosts);
        assertThat(served.values()).allMatch(each -> each.isEverywhere(NEW));
        assertThat(List.of(first.questions(), second.questions())).allMatch(questions -> questions < 1100);
    }

    @Test
    void anInterruptionEndsALook() throws Exception {
        first.fail(Fault.SILENT);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> look(HOST)).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resolver.example.com",
                "192.0.2.1:0",
                "192.0.2.1:65536",
                "[192.0.2.256]",
                "::1:53:x",
                "[::1",
                "192.0.2.1:",
                "http://192.0.2.1/"
            })
    void aResolverThatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> NameServers.of(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("The resolver \"" + text + "\" is not an address."
                        + " Write an IP address, such as 192.0.2.53 or [2001:db8::53]:5353.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "192.0.2.1", "192.0.2.1:5353", "2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:53"})
    void aResolverIsAnAddressWithOrWithoutPort(String text) {
        assertThat(NameServers.of(text)).isNotNull();
    }

    @Test
    void theResolverThatIsNamedIsAsked() throws Exception {
        HostName host = HostName.parse("www.example.org");
        NameServers servers = NameServers.of("127.0.0.1:" + resolver.address().getPort());

        assertThat(servers.look(List.of(host), Family.IPV4, DEADLINE).get(host))
                .hasToString("The resolver 127.0.0.1 knows no name servers of org");
    }
}
