package io.jenkins.plugins.securityspacedns.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Any bytes as an answer: every host gets exactly one outcome, success only by a line that says so, and nothing is thrown.
 * The first three bytes choose the status, the number of hosts and the address; the others are the body.
 */
public final class ResponseParserFuzz {

    private static final int[] STATUSES = {200, 200, 200, 200, 204, 302, 401, 404, 414, 429, 500, 503};
    private static final List<String> HOSTS =
            List.of("a.example.com", "b.example.com", "xn--bcher-kva.example.com", "198.51.100.7.example.net");
    private static final List<String> ADDRESSES = List.of("198.51.100.7", "2001:db8::7");

    private ResponseParserFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 3) {
            return;
        }
        int hosts = 1 + (data[1] & 0xff) % HOSTS.size();
        UpdateRequest request = new UpdateRequest(
                IntStream.range(0, hosts)
                        .mapToObj(i -> HostName.parse(HOSTS.get(i)))
                        .toList(),
                IpAddress.parse(ADDRESSES.get((data[2] & 0xff) % ADDRESSES.size())));
        int status = STATUSES[(data[0] & 0xff) % STATUSES.length];
        ResponseParserPropertyTest.confirmsOnlyWhatTheServerSaid(
                new ResponseParserPropertyTest.Case(request, status, Arrays.copyOfRange(data, 3, data.length)));
    }
}
