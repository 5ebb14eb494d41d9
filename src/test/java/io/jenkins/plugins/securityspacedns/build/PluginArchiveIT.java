package io.jenkins.plugins.securityspacedns.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import okhttp3.OkHttp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plugin that pom-central.xml packages. */
class PluginArchiveIT {

    private static PluginArchive central;

    @BeforeAll
    static void read() throws IOException {
        central = PluginArchive.read(Path.of("target/central/securityspace-dns.hpi"));
    }

    @Test
    void bundlesOneLibrary() throws Exception {
        assertThat(central.files().keySet())
                .filteredOn(name -> name.endsWith(".jar"))
                .containsExactly("WEB-INF/lib/dnsjava-" + Pom.read("pom.xml").property("dnsjava.version") + ".jar");
    }

    @Test
    void holdsThePluginAndNothingElse() {
        assertThat(central.jar().keySet())
                .contains("index.jelly", "io/jenkins/plugins/securityspacedns/update/Updater.class")
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("io/jenkins/plugins/securityspacedns/"))
                .noneMatch(name -> name.matches("io/jenkins/plugins/securityspacedns/(cli|build)/.*"));
    }

    @Test
    void saysWhatItNeeds() throws Exception {
        assertThat(central.manifest())
                .containsEntry("Short-Name", "securityspace-dns")
                .containsEntry("Jenkins-Version", Pom.read("pom.xml").property("jenkins.version"))
                .doesNotContainKey("Plugin-Class")
                .allSatisfy((name, value) -> assertThat(value).as(name).doesNotContain("${"));
        assertThat(central.dependencies())
                .allMatch(dependency -> dependency.matches("[a-z0-9-]+:[A-Za-z0-9._-]+"))
                .anyMatch(dependency -> dependency.startsWith("okhttp-api:" + OkHttp.VERSION + "-"));
    }
}
