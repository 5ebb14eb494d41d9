package io.jenkins.plugins.securityspacedns.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The same work for every contestant.
 *
 * @param hosts how many hosts are updated
 * @param delay how long the server thinks about each request
 */
record Task(int hosts, Duration delay) {

    static final String ADDRESS = "203.0.113.7";
    static final String USERNAME = "user";
    static final String PASSWORD = "secret";

    List<String> names() {
        return IntStream.range(0, hosts)
                .mapToObj(i -> String.format("h%05d.example.com", i))
                .toList();
    }

    @Override
    public String toString() {
        return String.format("%,d host%s, %d ms", hosts, hosts == 1 ? "" : "s", delay.toMillis());
    }
}
