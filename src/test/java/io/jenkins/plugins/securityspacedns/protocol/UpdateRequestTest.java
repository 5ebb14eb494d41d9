package io.jenkins.plugins.securityspacedns.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UpdateRequestTest {

    private static final IpAddress IPV4 = IpAddress.parse("198.51.100.7");
    private static final IpAddress IPV6 = IpAddress.parse("2001:DB8:0::7");

    @Test
    void theParametersAreThoseOfTheSpecificationByteForByte() {
        assertThat(new UpdateRequest(names("a.example.com"), IPV4).parameters())
                .isEqualTo("hostname=a.example.com&myip=198.51.100.7");
        assertThat(new UpdateRequest(names("b.example.com", "a.example.com"), IPV4).parameters())
                .isEqualTo("hostname=b.example.com,a.example.com&myip=198.51.100.7");
    }

    @Test
    void anIpv6AddressKeepsItsColons() {
        assertThat(new UpdateRequest(names("a.example.com", "b.example.com"), IPV6).parameters())
                .isEqualTo("hostname=a.example.com,b.example.com&myip=2001:db8::7");
    }

    @Test
    void internationalizedHostsAreSentInAscii() {
        assertThat(new UpdateRequest(names("B\u00fccher.example.com."), IPV4).parameters())
                .isEqualTo("hostname=xn--bcher-kva.example.com&myip=198.51.100.7");
    }

    @Test
    void aRequestWithoutHostsIsNone() {
        assertThatThrownBy(() -> new UpdateRequest(List.of(), IPV4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(UpdateRequest.split(List.of(), IPV4, 8000)).isEmpty();
    }

    @Test
    void laterChangesToTheListDoNotReachTheRequest() {
        List<HostName> hosts = new ArrayList<>(names("a.example.com"));
        UpdateRequest request = new UpdateRequest(hosts, IPV4);
        hosts.addAll(names("b.example.com"));
        assertThat(request.hosts()).hasSize(1);
    }

    @Test
    void whatFitsGoesInOneRequest() {
        List<HostName> hosts = names("a.example.com", "b.example.com");
        int length = new UpdateRequest(hosts, IPV4).parameters().length();
        assertThat(UpdateRequest.split(hosts, IPV4, length)).containsExactly(new UpdateRequest(hosts, IPV4));
        assertThat(UpdateRequest.split(hosts, IPV4, length - 1))
                .containsExactly(
                        new UpdateRequest(hosts.subList(0, 1), IPV4), new UpdateRequest(hosts.subList(1, 2), IPV4));
    }

    @Test
    void aHostThatFitsNowhereIsSentAlone() {
        assertThat(UpdateRequest.split(names("a.example.com", "b.example.com"), IPV4, 1))
                .extracting(UpdateRequest::hosts)
                .containsExactly(names("a.example.com"), names("b.example.com"));
    }

    @Test
    void aRequestHoldsAThousandHostsAtMost() {
        assertThat(UpdateRequest.split(numbered(1000), IPV4, Integer.MAX_VALUE)).hasSize(1);
        assertThat(UpdateRequest.split(numbered(2001), IPV4, Integer.MAX_VALUE))
                .extracting(request -> request.hosts().size())
                .containsExactly(1000, 1000, 1);
    }

    // What a part may hold is held against its own text here, not against a sum of lengths.
    @Property(tries = 500)
    void hostsAreSpreadInOrderOverAsFewRequestsAsTheirSizeAllows(
            @ForAll @Size(min = 1, max = 120) List<@IntRange(max = 60) Integer> lengths,
            @ForAll @IntRange(min = 30, max = 2000) int mostBytes,
            @ForAll boolean ipv6) {
        IpAddress address = ipv6 ? IPV6 : IPV4;
        List<HostName> hosts = IntStream.range(0, lengths.size())
                .mapToObj(i -> HostName.parse("h".repeat(1 + lengths.get(i)) + ".x" + i + ".example.com"))
                .toList();

        List<UpdateRequest> requests = UpdateRequest.split(hosts, address, mostBytes);

        assertThat(requests.stream().flatMap(request -> request.hosts().stream()))
                .containsExactlyElementsOf(hosts);
        for (int i = 0; i < requests.size(); i++) {
            UpdateRequest request = requests.get(i);
            assertThat(request.hosts().size() == 1 || bytes(request) <= mostBytes)
                    .isTrue();
            if (i + 1 < requests.size()) {
                List<HostName> withOneMore = new ArrayList<>(request.hosts());
                withOneMore.add(requests.get(i + 1).hosts().get(0));
                assertThat(bytes(new UpdateRequest(withOneMore, address))).isGreaterThan(mostBytes);
            }
        }
    }

    @Test
    void halvesKeepTheOrder() {
        List<HostName> five = numbered(5);
        assertThat(new UpdateRequest(five, IPV6).halves())
                .containsExactly(
                        new UpdateRequest(five.subList(0, 3), IPV6), new UpdateRequest(five.subList(3, 5), IPV6));
        assertThat(new UpdateRequest(numbered(2), IPV4).halves())
                .extracting(request -> request.hosts().size())
                .containsExactly(1, 1);
    }

    @Test
    void aSingleHostHasNoHalves() {
        UpdateRequest single = new UpdateRequest(numbered(1), IPV4);
        assertThat(single.halves()).containsExactly(single);
    }

    private static int bytes(UpdateRequest request) {
        return request.parameters().getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<HostName> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HostName.parse("h" + i + ".example.com"))
                .toList();
    }

    private static List<HostName> names(String... names) {
        return List.of(names).stream().map(HostName::parse).toList();
    }
}
