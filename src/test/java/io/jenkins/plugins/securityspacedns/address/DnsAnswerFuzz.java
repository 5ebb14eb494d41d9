package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.util.List;

/**
 * Any bytes as the answer of a resolver: one value of the type that was asked for, or a refusal. The first byte chooses
 * the question, the next three are flags and the number of records, and the others follow the question.
 */
public final class DnsAnswerFuzz {

    private static final List<DnsQuery> QUERIES = List.of(
            query("dns://127.0.0.1/myip.example?type=A"),
            query("dns://127.0.0.1/myip.example?type=AAAA"),
            query("dns://127.0.0.1/whoami.example?class=CH;type=TXT"));
    private static final int BEGIN = 4;

    private DnsAnswerFuzz() {}

    private static DnsQuery query(String uri) {
        try (DnsQuery query = new DnsQuery(URI.create(uri))) {
            return query;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < BEGIN) {
            return;
        }
        int kind = (data[0] & 0xff) % QUERIES.size();
        DnsQuery query = QUERIES.get(kind);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(query.question());
        message.write(data, BEGIN, data.length - BEGIN);
        byte[] bytes = message.toByteArray();
        bytes[2] = (byte) (0x80 | data[1] & 7);
        bytes[3] = data[2];
        bytes[7] = data[3];
        try {
            String value = query.read(bytes);
            if (kind < 2) {
                InetAddress address = AddressRules.literal(value);
                assertThat(address).as(value).isNotNull();
            }
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).startsWith("the resolver");
        }
    }
}
