package io.jenkins.plugins.securityspacedns.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two builds are of one plugin, and with the same versions. */
class PomsTest {

    private final Pom jenkins = Pom.read("pom.xml");
    private final Pom central = Pom.read("pom-central.xml");

    PomsTest() throws Exception {}

    @ParameterizedTest
    @ValueSource(strings = {"groupId", "artifactId", "version", "name", "description", "url"})
    void areOfTheSamePlugin(String element) {
        assertThat(central.text(element)).isEqualTo(jenkins.text(element));
    }

    @Test
    void nameTheSameJenkins() {
        assertThat(central.versions())
                .containsEntry("jenkins.version", jenkins.versions().get("jenkins.version"));
    }

    @Test
    void agreeOnEveryVersionThatBothName() {
        Map<String, String> ofBoth = jenkins.versions();
        ofBoth.keySet().retainAll(central.versions().keySet());

        assertThat(ofBoth).containsKeys("archunit.version", "assertj.version", "okhttp.version");
        assertThat(central.versions()).containsAllEntriesOf(ofBoth);
    }

    @Test
    void agreeOnEveryDependencyThatBothName() {
        Map<String, String> ofBoth = jenkins.dependencies();
        ofBoth.keySet().retainAll(central.dependencies().keySet());

        assertThat(ofBoth).isNotEmpty();
        assertThat(central.dependencies()).containsAllEntriesOf(ofBoth);
    }

    @Test
    void runTheTestsWithTheSameJUnit() {
        assertThat(Test.class.getPackage().getImplementationVersion())
                .isEqualTo(central.versions().get("junit.version"));
    }
}
