package io.jenkins.plugins.securityspacedns.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;

/** A plain client for the simulator's own tests: the JDK's, which shares nothing with the simulator. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Simulator simulator;
    private final HttpClient http;

    Client(Simulator simulator) {
        this.simulator = simulator;
        SSLContext trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(simulator.certificateAuthority())
                .build()
                .sslContext();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(trusting)
                .build();
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(UTF_8));
    }

    HttpResponse<String> update(String user, String password, String query) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(with(simulator.httpEndpoint(), query))
                .header("Authorization", basic(user, password)));
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri));
    }

    HttpResponse<String> post(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    static URI with(URI endpoint, String query) {
        return URI.create(endpoint + "?" + query);
    }
}
