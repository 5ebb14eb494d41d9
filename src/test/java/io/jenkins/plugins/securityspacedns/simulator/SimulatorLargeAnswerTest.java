package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Packed and oversized answers, seen from a bare socket. */
class SimulatorLargeAnswerTest extends FaultFixture {

    @Test
    void aGzipAnswerUnpacksToTheRealOne() throws Exception {
        String answer = one(Fault.gzip());
        assertThat(answer).contains("\r\nContent-Encoding: gzip\r\n");
        assertThat(unpack(answer.substring(answer.indexOf("\r\n\r\n") + 4))).isEqualTo(GOOD);
        assertApplied(true);
    }

    @Test
    void aGzipBombIsSmallOnTheWire() throws Exception {
        RawClient.Received received = all(Fault.gzipBomb(4 << 20));
        assertThat(received.head()).contains("\r\nContent-Encoding: gzip\r\n").doesNotContain("Content-Length");
        assertThat(received.body().length()).isLessThan(40_000);
        assertThat(unpack(received.body())).hasSize(4 << 20).startsWith("good 93.184.216.34\ngood");
        assertApplied(false);
    }

    private static String unpack(String packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes(ISO_8859_1)))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void aHugeAnswerHasAllItsBytes() throws Exception {
        RawClient.Received received = all(Fault.huge(300_001));
        assertThat(received.head()).contains("\r\nContent-Length: 300001\r\n");
        assertThat(received.body()).hasSize(300_001).startsWith("good 93.184.216.34\ngood");
        assertApplied(false);
    }

    @Test
    void aHugeAnswerMayHideItsLength() throws Exception {
        RawClient.Received received = all(Fault.hugeWithoutLength(300_001));
        assertThat(received.head()).doesNotContain("Content-Length").contains("\r\nConnection: close\r\n");
        assertThat(received.body()).hasSize(300_001);
    }

    @Test
    void aClientMayLeaveAHugeAnswer() throws Exception {
        simulator.next(Fault.huge(1L << 40));
        try (RawClient raw = request()) {
            assertThat(raw.read(12)).isEqualTo("HTTP/1.1 200");
        }
        assertThat(one(Fault.none())).endsWith(GOOD);
    }

    @Test
    void aHugeHeadIsAllHeaders() throws Exception {
        RawClient.Received received = all(Fault.hugeHead());
        assertThat(received.head()).hasSizeGreaterThan(8 << 20).startsWith("HTTP/1.1 200 OK\r\nX-Filler: xxx");
        assertThat(received.body()).isEqualTo("good 93.184.216.34\n");
    }
}
