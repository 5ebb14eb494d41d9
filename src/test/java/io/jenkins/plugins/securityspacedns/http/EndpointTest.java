package io.jenkins.plugins.securityspacedns.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which endpoints are one service, so that the accounts of one are those of the other, and which are on this machine. */
class EndpointTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://secure1.securityspace.com/dns/dynamic.html",
                "http://secure1.securityspace.com/dns/dynamic.html",
                "https://www.securityspace.com/dns/dynamic.html",
                "http://WWW.SecuritySpace.com:80/dns/dynamic.html"
            })
    void everyEndpointOfSecuritySpaceIsOneService(String endpoint) {
        assertThat(Endpoint.parse(endpoint).service())
                .isEqualTo(Endpoint.DEFAULT.service())
                .isEqualTo("https://secure1.securityspace.com:443/dns/dynamic.html");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/dns/dynamic.html, http://localhost:8080/dns/dynamic.html",
        "https://dns.example.com/update, https://dns.example.com:443/update",
        "https://secure1.securityspace.com:8443/dns/dynamic.html, "
                + "https://secure1.securityspace.com:8443/dns/dynamic.html",
        "https://secure1.securityspace.com/test/dynamic.html, "
                + "https://secure1.securityspace.com:443/test/dynamic.html",
        "https://test.securityspace.com/dns/dynamic.html, https://test.securityspace.com:443/dns/dynamic.html",
        "http://[::1]:81/x, http://[::1]:81/x"
    })
    void anyOtherEndpointIsAServiceOfItsOwn(String endpoint, String service) {
        assertThat(Endpoint.parse(endpoint).service()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///dns.example.com/x",
                "https:dns.example.com/x",
                "https:/x",
                "https://",
                "https://[1:2:3:4:5:6:7::33333333310.1]/x",
                "dns.example.com"
            })
    void aUrlWithoutAHostIsRefused(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"" + text + "\" is not an HTTP or HTTPS URL");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/x, true",
        "http://dns.LOCALHOST/x, true",
        "http://127.0.0.1/x, true",
        "http://127.255.255.254/x, true",
        "http://[::1]/x, true",
        "http://[0:0:0:0:0:0:0:1]/x, true",
        "http://notlocalhost/x, false",
        "http://localhost.example.com/x, false",
        "http://127.0.0.1.example.com/x, false",
        "http://127.0.0.256/x, false",
        "http://128.0.0.1/x, false",
        "http://[::2]/x, false"
    })
    void loopbackIsThisMachine(String endpoint, boolean loopback) {
        assertThat(Endpoint.parse(endpoint).isLoopback()).isEqualTo(loopback);
    }
}
