package io.jenkins.plugins.securityspacedns.build;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two builds are of one plugin. They need not test with the same libraries: those of pom.xml are raised by a bot that
 * knows nothing of pom-central.xml.
 */
class PomsTest {

    private final Pom jenkins = Pom.read("pom.xml");
    private final Pom central = Pom.read("pom-central.xml");

    PomsTest() throws Exception {}

    @ParameterizedTest
    @ValueSource(strings = {"groupId", "artifactId", "version", "name", "description", "url"})
    void areOfTheSamePlugin(String element) {
        assertThat(central.text(element)).isEqualTo(jenkins.text(element));
    }

    @ParameterizedTest
    @ValueSource(strings = {"palantir-java-format.version", "dnsjava.version"})
    void formatTheCodeAlikeAndBundleTheSame(String property) {
        assertThat(central.property(property))
                .as("Give " + property + " the same value in pom.xml and in pom-central.xml.")
                .isEqualTo(jenkins.property(property));
    }

    @Test
    void nameTheOkHttpOfThePluginOkhttpApi() {
        assertThat(new String[] {jenkins.property("okhttp.version"), central.property("okhttp.version")})
                .as("Set okhttp.version in pom.xml and in pom-central.xml to the version of OkHttp that the plugin"
                        + " okhttp-api brings along, and name that plugin in src/build/build.xml.")
                .containsOnly(OkHttp.VERSION);
    }
}
