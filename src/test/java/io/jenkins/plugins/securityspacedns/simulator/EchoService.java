package io.jenkins.plugins.securityspacedns.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Address echoes by name: {@code /ip/NAME} answers a text that the test sets. */
final class EchoService {

    static final String PATH = "/ip/";

    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile String defaultBody = Simulator.PUBLIC_ADDRESS;

    void set(String name, String body) {
        bodies.put(name, body);
    }

    void setAll(String body) {
        bodies.clear();
        defaultBody = body;
    }

    void fault(String name, Fault fault) {
        faults.put(name, fault);
    }

    Fault fault(ReceivedRequest request) {
        return faults.getOrDefault(name(request), Fault.none());
    }

    Answer answer(ReceivedRequest request) {
        return request.method().equals("GET")
                ? Answer.text(200, bodies.getOrDefault(name(request), defaultBody))
                : Answer.text(405, "method not allowed\n", "Allow: GET");
    }

    private static String name(ReceivedRequest request) {
        return request.path().substring(PATH.length());
    }
}
