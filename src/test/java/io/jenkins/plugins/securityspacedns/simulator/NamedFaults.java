package io.jenkins.plugins.securityspacedns.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The faults that can be asked for by name over HTTP. */
final class NamedFaults {

    private static final Duration DRIP = Duration.ofMillis(500);
    private static final Map<String, Fault> FAULTS = new TreeMap<>(Map.ofEntries(
            Map.entry("none", Fault.none()),
            Map.entry("911", Fault.answer(200, "911\n")),
            Map.entry("badauth", Fault.answer(200, "badauth\n")),
            Map.entry("blocked", Fault.answer(200, "blocked\n")),
            Map.entry("nohost", Fault.answer(200, "nohost\n")),
            Map.entry("empty", Fault.answer(200, "")),
            Map.entry("unknown-word", Fault.answer(200, "dnserr\n")),
            Map.entry("html", Fault.answer(200, "<html><body>Maintenance</body></html>\n", "Content-Type: text/html")),
            Map.entry("414", Fault.answer(414, "URI too long\n")),
            Map.entry("429", Fault.answer(429, "slow down\n", "Retry-After: 120")),
            Map.entry("500", Fault.answer(500, "internal error\n")),
            Map.entry("503", Fault.answer(503, "maintenance\n", "Retry-After: 3600")),
            Map.entry("redirect", Fault.redirect(302, URI.create("https://www.example.com/"))),
            Map.entry("truncated", Fault.truncatedAfter(3)),
            Map.entry("truncated-chunked", Fault.truncatedChunked(3)),
            Map.entry("chunked", Fault.chunked()),
            Map.entry("reset", Fault.resetBeforeAnswer()),
            Map.entry("reset-midway", Fault.resetAfter(3)),
            Map.entry("lost", Fault.closeBeforeAnswer().afterUpdate()),
            Map.entry("close", Fault.closeBeforeAnswer()),
            Map.entry("silence", Fault.silence()),
            Map.entry("drip-head", Fault.slowDripHead(DRIP)),
            Map.entry("drip-body", Fault.slowDripBody(DRIP)),
            Map.entry("gzip", Fault.gzip()),
            Map.entry("gzip-bomb", Fault.gzipBomb(1L << 30)),
            Map.entry("huge", Fault.huge(200L << 20)),
            Map.entry("huge-without-length", Fault.hugeWithoutLength(200L << 20)),
            Map.entry("huge-head", Fault.hugeHead()),
            Map.entry("garbage", Fault.garbage())));

    private NamedFaults() {}

    /** {@code delay-SECONDS} is a name as well. */
    static Optional<Fault> find(String name) {
        if (name.matches("delay-\\d{1,4}")) {
            return Optional.of(Fault.delay(Duration.ofSeconds(Long.parseLong(name.substring("delay-".length())))));
        }
        return Optional.ofNullable(FAULTS.get(name));
    }

    static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(FAULTS.keySet());
        names.add("delay-SECONDS");
        return names;
    }
}
