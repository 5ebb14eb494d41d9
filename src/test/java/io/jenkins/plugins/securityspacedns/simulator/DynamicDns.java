package io.jenkins.plugins.securityspacedns.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The update service itself: {@code /dns/dynamic.html} as the specification describes it. */
final class DynamicDns {

    static final String PATH = "/dns/dynamic.html";

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private volatile int badauthStatus = 401;
    private volatile Limit limit = new Limit(30, Duration.ofMinutes(1));

    void add(Account account) {
        accounts.put(account.user(), account);
    }

    Account account(String user) {
        return Optional.ofNullable(accounts.get(user))
                .orElseThrow(() -> new IllegalArgumentException("no such account: " + user));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    void badauthStatus(int status) {
        badauthStatus = status;
    }

    void limit(int updates, Duration window) {
        limit = new Limit(updates, window);
    }

    /** One request after the other: updates of several hosts are never mixed. */
    synchronized Answer answer(ReceivedRequest request) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return Answer.text(405, "method not allowed\n", "Allow: GET, POST");
        }
        Optional<Account> account = authenticated(request);
        if (account.isEmpty()) {
            return badauth();
        }
        Limit now = limit;
        account.get().count(request.time(), now.updates, now.window);
        if (account.get().isBlocked()) {
            return code("blocked");
        }
        return update(account.get(), request);
    }

    private Answer update(Account account, ReceivedRequest request) {
        List<String> hosts = hosts(request);
        if (hosts.isEmpty() || !hosts.stream().allMatch(account::owns)) {
            return code("nohost");
        }
        String address = parameter(request, "myip")
                .map(String::trim)
                .filter(Predicate.not(String::isEmpty))
                .orElse(request.peer().getHostAddress());
        if (IpLiteral.parse(address).isEmpty()) {
            return code("911");
        }
        List<String> lines = new ArrayList<>();
        for (String host : hosts) {
            lines.add(account.update(host, address) ? "good " + address : "nochg " + host);
        }
        return code(String.join("\n", lines));
    }

    private Optional<Account> authenticated(ReceivedRequest request) {
        return request.credentials()
                .flatMap(offered -> Optional.ofNullable(accounts.get(offered.user()))
                        .filter(account -> account.hasPassword(offered.password())));
    }

    private static List<String> hosts(ReceivedRequest request) {
        return Arrays.stream(parameter(request, "hostname").orElse("").split(","))
                .map(String::trim)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toList());
    }

    /** A POST counts only as a form, as with any server; without the right type its parameters are missing. */
    private static Optional<String> parameter(ReceivedRequest request, String name) {
        boolean isForm = request.header("Content-Type")
                .filter(type -> type.split(";")[0].trim().equalsIgnoreCase("application/x-www-form-urlencoded"))
                .isPresent();
        return request.method().equals("POST") && !isForm ? Optional.empty() : request.parameter(name);
    }

    private Answer badauth() {
        int status = badauthStatus;
        return status == 401
                ? Answer.text(401, "badauth\n", "WWW-Authenticate: Basic realm=\"SecuritySpace\", charset=\"UTF-8\"")
                : Answer.text(status, "badauth\n");
    }

    private static Answer code(String lines) {
        return Answer.text(200, lines + '\n');
    }

    private record Limit(int updates, Duration window) {}
}
