package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServedTest {

    private static final HostName HOST = HostName.parse("www.example.com");
    private static final IpAddress NEW = IpAddress.parse("93.184.216.34");
    private static final IpAddress OLD = IpAddress.parse("8.8.4.4");
    private static final Served.NameServer SILENT = server(Answer.SILENT, "");

    private static Served.NameServer server(Answer answer, String detail, IpAddress... addresses) {
        return new Served.NameServer("ns.example.com", IpAddress.parse("192.0.2.1"), answer, Set.of(addresses), detail);
    }

    private static Served.NameServer serves(IpAddress... addresses) {
        return server(Answer.SERVES, "", addresses);
    }

    private static Served served(Served.NameServer... servers) {
        return new Served(HOST, List.of(), Arrays.asList(servers), "");
    }

    @Test
    void serversAgreeIfAllThatAnswerServeTheSame() {
        assertThat(served(serves(NEW), serves(NEW), SILENT).agree()).isTrue();
        assertThat(served(serves(NEW), serves(OLD)).agree()).isFalse();
        assertThat(served(serves(NEW), server(Answer.NO_NAME, "")).agree()).isFalse();
        assertThat(served(server(Answer.NO_NAME, ""), server(Answer.NO_ADDRESS, ""))
                        .agree())
                .as("nothing is nothing to agree on")
                .isFalse();
        assertThat(served(SILENT).agree()).isFalse();
    }

    @Test
    void anAnswerThatIsSomethingElseDiffersAndNoAnswerDoesNot() {
        assertThat(served(serves(NEW), serves(OLD)).differsFrom(NEW)).isTrue();
        assertThat(served(server(Answer.NO_NAME, "")).differsFrom(NEW)).isTrue();
        assertThat(served(serves(NEW), SILENT).differsFrom(NEW)).isFalse();
        assertThat(served(SILENT).differsFrom(NEW)).isFalse();
        assertThat(served().differsFrom(NEW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatTellsWhatIsServedIsAnAnswer(Answer answer) {
        assertThat(served(server(answer, "why")).answered())
                .hasSize(
                        Set.of(Answer.SERVES, Answer.NO_ADDRESS, Answer.NO_NAME).contains(answer) ? 1 : 0);
    }

    @Test
    void everyServerHasALineAndAnAliasTheFirst() {
        List<Served.NameServer> servers = List.of(
                serves(NEW, OLD),
                server(Answer.NO_ADDRESS, ""),
                server(Answer.NO_NAME, ""),
                server(Answer.UNREACHABLE, "no route"));
        assertThat(new Served(HOST, List.of("a.example.com", "b.example.com"), servers, "").lines())
                .containsExactly(
                        "www.example.com is an alias for a.example.com, b.example.com.",
                        "ns.example.com (192.0.2.1) serves 8.8.4.4, 93.184.216.34",
                        "ns.example.com (192.0.2.1) has no such address",
                        "ns.example.com (192.0.2.1) has no such name",
                        "ns.example.com (192.0.2.1) cannot be reached (no route)");
        assertThat(new Served(HOST, List.of(), List.of(), "Nobody knows the zone.").lines())
                .containsExactly("Nobody knows the zone.");
    }

    @Test
    void laterChangesToItsListsDoNotReachIt() {
        List<Served.NameServer> servers = new ArrayList<>(List.of(SILENT));
        Served served = new Served(HOST, List.of(), servers, "");
        servers.clear();
        assertThat(served.servers()).hasSize(1);
    }
}
