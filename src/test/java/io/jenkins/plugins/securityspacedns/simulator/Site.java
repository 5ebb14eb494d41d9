package io.jenkins.plugins.securityspacedns.simulator;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Leads each request to its service, through the log and the faults planned for it. */
final class Site {

    static final String CONTROL_PATH = "/control/";

    /** The limit of common servers (Apache's LimitRequestLine). */
    private static final int MAX_REQUEST_LINE = 8_190;

    final DynamicDns dns = new DynamicDns();
    final EchoService echo = new EchoService();
    final FaultPlan faults = new FaultPlan();
    final RequestLog log = new RequestLog();
    final RequestLog echoLog = new RequestLog();
    private volatile Function<ReceivedRequest, Answer> control = request -> notFound();
    private volatile Consumer<ReceivedRequest> listener = request -> {};

    void control(Function<ReceivedRequest, Answer> newControl) {
        control = newControl;
    }

    void listener(Consumer<ReceivedRequest> newListener) {
        listener = newListener;
    }

    void handle(Exchange exchange) throws IOException {
        ReceivedRequest request = exchange.request();
        if (request.path().startsWith(CONTROL_PATH)) {
            // Neither logged nor disturbed by faults: a test steers the simulator with it.
            exchange.send(exchange.realAnswer());
        } else if (request.path().startsWith(EchoService.PATH)) {
            play(exchange, echoLog, echo.fault(request));
        } else {
            play(exchange, log, faults.take());
        }
    }

    private void play(Exchange exchange, RequestLog requestLog, Fault fault) throws IOException {
        requestLog.begin(exchange.request());
        try {
            listener.accept(exchange.request());
            fault.play(exchange);
        } finally {
            requestLog.end();
        }
    }

    Answer realAnswer(ReceivedRequest request) {
        if (request.requestLine().length() > MAX_REQUEST_LINE) {
            return Answer.text(414, "URI too long\n");
        }
        if (request.path().equals(DynamicDns.PATH)) {
            return dns.answer(request);
        }
        if (request.path().startsWith(EchoService.PATH)) {
            return echo.answer(request);
        }
        return request.path().startsWith(CONTROL_PATH) ? control.apply(request) : notFound();
    }

    private static Answer notFound() {
        return Answer.text(404, "not found\n");
    }
}
