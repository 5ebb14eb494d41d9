package io.jenkins.plugins.securityspacedns.simulator;

/** One line about a request, without its password. */
final class LogLine {

    private LogLine() {}

    static String of(ReceivedRequest request) {
        return request.time()
                + (request.tls() ? " https " : " http ")
                + request.credentials().map(BasicCredentials::toString).orElse("-")
                + ' '
                + request.method()
                + ' '
                + request.target()
                + (request.body().isEmpty() ? "" : ' ' + request.body().replaceAll("\\p{Cntrl}", "?"))
                + request.header("User-Agent").map(agent -> " [" + agent + ']').orElse("");
    }
}
