package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "*.example.com, a.example.com, true",
        "*.example.com, A.B.EXAMPLE.COM, true",
        "*.EXAMPLE.com, a.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, a.example.com.evil.test, false",
        "*.example.com, aXexample.com, false",
        "10.*, 10.1.2.3, true",
        "10.*, 110.1.2.3, false",
        "10.*, 100.1.2.3, false",
        "' localhost ', localhost, true",
        "*, anything.example, true",
        "'', anything.example, false",
        "2001:db8:*, [2001:db8::7], true",
        "a.\\E*, a.b, true",
        "a+, aa, false",
        "*.example.com, a_b.example.com, false"
    })
    void hostsThatMatchAPatternAreAskedDirectly(String pattern, String host, boolean direct) {
        ProxySettings settings = new ProxySettings("proxy.example", 3128, List.of("other.example", pattern));
        assertThat(settings.select(URI.create("https://" + host + ":8443/path")).equals(List.of(Proxy.NO_PROXY)))
                .isEqualTo(direct);
    }

    @Test
    void everythingElseGoesThroughTheProxyWhichIsNotLookedUpHere() {
        ProxySettings settings = new ProxySettings("proxy.example", 3128, List.of());
        InetSocketAddress address = (InetSocketAddress)
                settings.select(URI.create("https://echo.example/")).get(0).address();
        assertThat(address.isUnresolved()).isTrue();
        assertThat(address.getHostString()).isEqualTo("proxy.example");
        assertThat(address.getPort()).isEqualTo(3128);
        assertThat(settings).hasToString("proxy.example:3128");
        assertThat(new ProxySettings("proxy.example", 3128, List.of("10.*", "*.example.com")))
                .hasToString("proxy.example:3128, not for 10.* *.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://proxy.example", "joe:secret@proxy.example", "a b"})
    void aHostWithAnythingElseIsRefusedAndNotRepeated(String host) {
        assertThatThrownBy(() -> new ProxySettings(host, 3128, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("proxy host")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65535})
    void anyPortInRangeIsTaken(int port) {
        assertThat(new ProxySettings("proxy.example", port, List.of())).hasToString("proxy.example:" + port);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPortOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> new ProxySettings("proxy.example", port, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not " + port);
    }
}
