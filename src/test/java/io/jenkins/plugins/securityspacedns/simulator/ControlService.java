package io.jenkins.plugins.securityspacedns.simulator;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Steers a simulator that runs by hand, by requests below {@code /control/}; all parameters stand in the query. */
final class ControlService {

    private final Simulator simulator;

    ControlService(Simulator simulator) {
        this.simulator = simulator;
    }

    Answer answer(ReceivedRequest request) {
        String command = request.path().substring(Site.CONTROL_PATH.length());
        boolean reads = command.equals("requests") || command.equals("hosts");
        if (!request.method().equals(reads ? "GET" : "POST")) {
            return Answer.text(405, "method not allowed\n", "Allow: " + (reads ? "GET" : "POST"));
        }
        try {
            return Answer.text(200, run(command, request));
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return Answer.text(400, e.getMessage() + '\n');
        }
    }

    private String run(String command, ReceivedRequest request) {
        switch (command) {
            case "requests":
                return simulator.requests().stream()
                        .map(received -> LogLine.of(received) + '\n')
                        .collect(Collectors.joining());
            case "hosts":
                return hosts();
            case "clear":
                simulator.clearRequests();
                break;
            case "account":
                account(request);
                break;
            case "echo":
                echo(request);
                break;
            case "fault":
                fault(request);
                break;
            case "block":
                simulator.block(needed(request, "user"));
                break;
            case "unblock":
                simulator.unblock(needed(request, "user"));
                break;
            case "password":
                simulator.setPassword(needed(request, "user"), needed(request, "password"));
                break;
            default:
                throw new IllegalArgumentException(
                        "commands: requests, hosts (GET); clear, account, echo, fault, block, unblock, password (POST)");
        }
        return "ok\n";
    }

    private String hosts() {
        return simulator.site().dns.accounts().stream()
                .flatMap(account -> account.hosts().stream()
                        .sorted()
                        .map(host -> account.user()
                                + ' '
                                + host
                                + ' '
                                + account.address(host).orElse("-")
                                + (account.isBlocked() ? " blocked\n" : "\n")))
                .collect(Collectors.joining());
    }

    private void account(ReceivedRequest request) {
        String[] hosts = needed(request, "hosts").split(",");
        simulator.addAccount(needed(request, "user"), needed(request, "password"), hosts);
    }

    private void echo(ReceivedRequest request) {
        String body = needed(request, "body");
        optional(request, "name").ifPresentOrElse(name -> simulator.echo(name, body), () -> simulator.echoAll(body));
    }

    private void fault(ReceivedRequest request) {
        Optional<String> next = optional(request, "next");
        Optional<String> always = optional(request, "always");
        if (optional(request, "heal").isPresent()) {
            simulator.heal();
        } else if (next.isPresent()) {
            each(next.get(), simulator::next);
        } else if (always.isPresent()) {
            each(always.get(), simulator::always);
        } else {
            throw new IllegalArgumentException("next=NAME,NAME or always=NAME or heal; names: " + NamedFaults.names());
        }
    }

    private static void each(String names, Consumer<Fault> use) {
        for (String name : names.split(",")) {
            use.accept(NamedFaults.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("fault names: " + NamedFaults.names())));
        }
    }

    private static String needed(ReceivedRequest request, String name) {
        return optional(request, name).orElseThrow(() -> new NoSuchElementException("missing parameter: " + name));
    }

    private static Optional<String> optional(ReceivedRequest request, String name) {
        return FormParameters.first(request.query(), name);
    }
}
