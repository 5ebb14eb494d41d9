package io.jenkins.plugins.securityspacedns.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin that pom-central.xml packages is the one that pom.xml packages, where that was run before. */
class BothBuildsIT {

    private static final Path JENKINS = Path.of("target/securityspace-dns.hpi");
    private static final Path CENTRAL = Path.of("target/central/securityspace-dns.hpi");

    /** What differs from build to build. */
    private static final Set<String> OF_THE_BUILD = Set.of(
            "Ant-Version",
            "Build-Jdk-Spec",
            "Created-By",
            "Implementation-Build",
            "Implementation-Version",
            "Plugin-Dependencies",
            "Plugin-ScmConnection",
            "Plugin-ScmTag",
            "Plugin-Version",
            "Specification-Version");

    private PluginArchive jenkins;
    private PluginArchive central;

    @BeforeEach
    void read() throws IOException {
        if (!Files.exists(JENKINS)) {
            skip("pom.xml made no " + JENKINS + " here.");
        }
        if (Files.getLastModifiedTime(JENKINS).toMillis() < lastChange()) {
            skip(JENKINS + " is older than src/main.");
        }
        jenkins = PluginArchive.read(JENKINS);
        central = PluginArchive.read(CENTRAL);
    }

    private static void skip(String why) {
        System.out.println("Nothing to compare " + CENTRAL + " with: " + why);
        abort(why);
    }

    private static long lastChange() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElseThrow();
        }
    }

    @Test
    void holdTheSameFiles() {
        assertThat(central.files().keySet()).isEqualTo(jenkins.files().keySet());
        assertThat(central.jar().keySet()).isEqualTo(jenkins.jar().keySet());
    }

    @Test
    void holdTheSameIndexes() {
        assertThat(central.indexes()).isEqualTo(jenkins.indexes());
    }

    @Test
    void needTheSamePlugins() {
        assertThat(central.dependencies())
                .as("src/build/build.xml has to name the versions that pom.xml gets from its bill of materials.")
                .isEqualTo(jenkins.dependencies());
    }

    @Test
    void sayTheSameOfThemselves() {
        central.manifest().keySet().removeAll(OF_THE_BUILD);
        jenkins.manifest().keySet().removeAll(OF_THE_BUILD);

        assertThat(central.manifest()).isEqualTo(jenkins.manifest());
    }
}
