package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyUserTest {

    @AfterEach
    void forget() {
        for (String scheme : List.of("http", "https")) {
            System.clearProperty(scheme + ".proxyUser");
            System.clearProperty(scheme + ".proxyPassword");
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void withoutAUserNothingIsToldToAProxy() {
        System.setProperty("https.proxyPassword", "secret");
        assertThat(ProxyUser.authorization("https")).isEmpty();
    }

    @Test
    void theUserAndPasswordOfTheSchemeAreToldInUtf8() {
        System.setProperty("https.proxyUser", "j\u00f6rg");
        System.setProperty("https.proxyPassword", "p\u00e4ss");
        assertThat(ProxyUser.authorization("https")).contains(basic("j\u00f6rg:p\u00e4ss"));
        assertThat(ProxyUser.authorization("http")).isEmpty();
    }

    @Test
    void aUserMayHaveNoPassword() {
        System.setProperty("http.proxyUser", "pat");
        assertThat(ProxyUser.authorization("http")).contains(basic("pat:"));
    }
}
