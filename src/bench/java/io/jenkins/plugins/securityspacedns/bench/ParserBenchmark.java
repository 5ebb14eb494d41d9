package io.jenkins.plugins.securityspacedns.bench;

import io.jenkins.plugins.securityspacedns.protocol.HostName;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.ParsedResponse.HostAnswer;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParser;
import io.jenkins.plugins.securityspacedns.protocol.ServerAnswer;
import io.jenkins.plugins.securityspacedns.protocol.UpdateRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads answers of 64 KiB, the largest that are read at all, from their bytes to an outcome for every host. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class ParserBenchmark {

    static final int BODY_BYTES = 64 * 1024;
    private static final String LONG_LABEL = "l".repeat(39);
    private static final String ADDRESS = "198.51.100.7";

    /** What the answer is made of. */
    public enum Shape {
        /** A short line for each of 3,641 hosts, more than a request ever has. */
        GOOD("good " + ADDRESS + "\n", 3_641),
        /** Each of 1,000 hosts by its name, of 58 characters. */
        NOCHG("nochg HOST\n", 1_000),
        /** The same in capitals, which have to be folded to be found. */
        NOCHG_CAPITALS("nochg HOST\n", 1_000),
        /** The same in the reverse order, so that no line is where it is looked for first. */
        NOCHG_REVERSED("nochg HOST\n", 1_000),
        /** A name of nobody. */
        NOCHG_STRANGER("nochg stranger.of.nobody.who.asked.for.anything.example.net\n", 1_000),
        /** Another name of nobody in each line. */
        NOCHG_STRANGERS("nochg stranger#.of.nobody.who.asked.for.anything.example.net\n", 1_000),
        /** An address that was not sent. */
        GOOD_OTHERS("good 2001:db8:0:1:2:3:4:5\n", 1_000),
        /** The same, but another one in each line. */
        GOOD_VARIOUS("good 2001:db8:0:1:2:3:4:#\n", 1_000),
        /** A page for people, in lines. */
        HTML("  <li><a href=\"/maintenance/#\">We are back soon, sorry for that</a></li>\n", 1_000),
        /** A page for people, all on one line. */
        ONE_LINE("<p>We are back soon</p>", 1_000),
        /** Letters of two and three bytes. */
        UMLAUTS("Wartungsarbeiten # k\u00f6nnen l\u00e4nger dauern \u2013 wir bitten um Verst\u00e4ndnis\n", 1_000),
        /** Nothing but line ends. */
        BLANK("\n", 1_000);

        private final String line;
        private final int hosts;

        Shape(String line, int hosts) {
            this.line = line;
            this.hosts = hosts;
        }

        private List<HostName> hosts() {
            return IntStream.range(0, hosts)
                    .mapToObj(i -> HostName.parse(String.format("h%05d.%s.example.com", i, LONG_LABEL)))
                    .toList();
        }

        /** The answer, of 64 KiB at most. */
        byte[] body() {
            byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(bytes, Math.min(bytes.length, BODY_BYTES));
        }

        private String text() {
            IntStream order = IntStream.range(0, hosts);
            return switch (this) {
                case NOCHG -> named(order);
                case NOCHG_CAPITALS -> named(order).replace(".example.com", ".EXAMPLE.COM");
                case NOCHG_REVERSED -> named(order.map(i -> hosts - 1 - i));
                default -> numbered();
            };
        }

        /** Lines of which no two are the same, where they have a place for a number, and enough of them. */
        private String numbered() {
            return IntStream.range(0, BODY_BYTES / line.length() + 1)
                    .mapToObj(i -> line.replace("#", Integer.toHexString(0x1000 + i)))
                    .collect(Collectors.joining());
        }

        private String named(IntStream order) {
            List<HostName> names = hosts();
            return order.mapToObj(i -> line.replace("HOST", names.get(i).ascii()))
                    .collect(Collectors.joining());
        }
    }

    @Param
    private Shape shape;

    private UpdateRequest request;
    private byte[] body;

    /** Builds the request and its answer. */
    @Setup
    public void build() {
        request = new UpdateRequest(shape.hosts(), IpAddress.parse(ADDRESS));
        body = shape.body();
    }

    /** {@return the outcomes} */
    @Benchmark
    public List<HostAnswer> parse() {
        return ResponseParser.parse(request, new ServerAnswer(200, body)).answers();
    }
}
