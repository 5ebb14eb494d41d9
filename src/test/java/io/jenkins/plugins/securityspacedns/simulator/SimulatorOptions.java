package io.jenkins.plugins.securityspacedns.simulator;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The command line of {@link SimulatorMain}. */
final class SimulatorOptions {

    static final String USAGE = "options: [--http-port N] [--https-port N] [--account USER:PASSWORD:HOST,HOST...]..."
            + " [--badauth-status N] [--ca-file FILE] [--stdin-stop] [--max-minutes N]";

    private static final String DEFAULT_ACCOUNT = "demo:secret:www.example.com,vpn.example.com,mail.example.com";

    int httpPort;
    int httpsPort;
    int badauthStatus = 401;
    int maxMinutes = 120;
    boolean stdinStop;
    Optional<Path> caFile = Optional.empty();
    private final List<String> accounts = new ArrayList<>();

    static SimulatorOptions parse(String... args) {
        SimulatorOptions options = new SimulatorOptions();
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options.take(rest.remove(), rest);
        }
        return options;
    }

    private void take(String name, Deque<String> rest) {
        switch (name) {
            case "--http-port" -> httpPort = number(name, rest);
            case "--https-port" -> httpsPort = number(name, rest);
            case "--badauth-status" -> badauthStatus = number(name, rest);
            case "--max-minutes" -> maxMinutes = number(name, rest);
            case "--account" -> accounts.add(value(name, rest));
            case "--ca-file" -> caFile = Optional.of(Path.of(value(name, rest)));
            case "--stdin-stop" -> stdinStop = true;
            default -> throw new IllegalArgumentException("unknown option " + name + '\n' + USAGE);
        }
    }

    void addAccounts(Simulator simulator) {
        for (String account : accounts.isEmpty() ? List.of(DEFAULT_ACCOUNT) : accounts) {
            // A password may hold colons; user and hosts cannot.
            int first = account.indexOf(':');
            int last = account.lastIndexOf(':');
            if (first < 1 || last == first) {
                throw new IllegalArgumentException("--account needs USER:PASSWORD:HOST,HOST...\n" + USAGE);
            }
            String user = account.substring(0, first);
            String[] hosts = account.substring(last + 1).split(",");
            simulator.addAccount(user, account.substring(first + 1, last), hosts);
        }
    }

    private static int number(String name, Deque<String> rest) {
        String value = value(name, rest);
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + " needs a number\n" + USAGE);
        }
        return Integer.parseInt(value);
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value\n" + USAGE);
        }
        return rest.remove();
    }
}
