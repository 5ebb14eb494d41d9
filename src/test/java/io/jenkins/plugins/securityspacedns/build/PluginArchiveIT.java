package io.jenkins.plugins.securityspacedns.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The plugin that this build packages, on its own and beside the one that pom.xml makes. */
class PluginArchiveIT {

    private static PluginArchive central;

    @BeforeAll
    static void read() throws IOException {
        central = PluginArchive.read(Path.of("target/central/securityspace-dns.hpi"));
    }

    @Test
    void bundlesNoLibrary() {
        assertThat(central.files().keySet()).noneMatch(name -> name.endsWith(".jar"));
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
    void saysWhatItNeeds() {
        assertThat(central.manifest())
                .containsEntry("Short-Name", "securityspace-dns")
                .containsEntry("Jenkins-Version", System.getProperty("jenkins.version"))
                .doesNotContainKey("Plugin-Class");
        assertThat(central.dependencies()).allMatch(dependency -> dependency.matches("[a-z0-9-]+:[A-Za-z0-9._-]+"));
    }

    @Nested
    class BesideTheOtherBuild {

        /** What differs from build to build. */
        private static final Set<String> OF_THE_BUILD = Set.of(
                "Build-Jdk-Spec",
                "Created-By",
                "Implementation-Build",
                "Implementation-Version",
                "Plugin-Dependencies",
                "Plugin-ScmConnection",
                "Plugin-ScmTag",
                "Plugin-Version",
                "Specification-Version");

        private static PluginArchive jenkins;

        @BeforeAll
        static void read() throws IOException {
            Path archive = Path.of("target/securityspace-dns.hpi");
            assumeTrue(Files.exists(archive), "pom.xml made no " + archive + " here: nothing to compare with");
            assumeTrue(
                    Files.getLastModifiedTime(archive).compareTo(newest(Path.of("src/main"))) > 0,
                    archive + " is older than src/main: nothing to compare with");
            jenkins = PluginArchive.read(archive);
        }

        private static FileTime newest(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.map(file -> file.toFile().lastModified())
                        .max(Comparator.naturalOrder())
                        .map(FileTime::fromMillis)
                        .orElseThrow();
            }
        }

        @Test
        void holdsTheSameFiles() {
            assertThat(central.files().keySet()).isEqualTo(jenkins.files().keySet());
            assertThat(central.jar().keySet()).isEqualTo(jenkins.jar().keySet());
        }

        @Test
        void holdsTheSameIndexes() {
            assertThat(central.indexes()).isEqualTo(jenkins.indexes());
        }

        @Test
        void saysTheSame() {
            assertThat(central.dependencies()).isEqualTo(jenkins.dependencies());
            central.manifest().keySet().removeAll(OF_THE_BUILD);
            jenkins.manifest().keySet().removeAll(OF_THE_BUILD);
            assertThat(central.manifest()).isEqualTo(jenkins.manifest());
        }
    }
}
