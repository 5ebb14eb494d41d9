package io.jenkins.plugins.securityspacedns.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A packaged plugin: what lies beside its jar, what lies in it, and its manifest. */
record PluginArchive(Map<String, byte[]> files, Map<String, byte[]> jar, Map<String, String> manifest) {

    private static final String JAR = "WEB-INF/lib/securityspace-dns.jar";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /**
     * Who built it, when and from which commit; the licences of bundled libraries; and the
     * names of web methods' parameters, which the classes hold too and of which the other build writes only some.
     */
    private static final Predicate<String> BY_THE_BUILD = name -> name.startsWith("META-INF/maven/")
            || name.equals("WEB-INF/licenses.xml")
            || name.equals(MANIFEST)
            || name.equals(JAR)
            || name.matches(".*/do[A-Z]\\w*\\.stapler");

    static PluginArchive read(Path archive) throws IOException {
        Map<String, byte[]> files;
        try (InputStream in = Files.newInputStream(archive)) {
            files = unzip(in);
        }
        Map<String, byte[]> jar = unzip(new ByteArrayInputStream(files.getOrDefault(JAR, new byte[0])));
        Map<String, String> manifest = new TreeMap<>();
        new Manifest(new ByteArrayInputStream(files.get(MANIFEST)))
                .getMainAttributes()
                .forEach((name, value) -> manifest.put(name.toString(), value.toString()));
        files.keySet().removeIf(BY_THE_BUILD);
        jar.keySet().removeIf(BY_THE_BUILD);
        return new PluginArchive(files, jar, manifest);
    }

    /** The plugins that it needs, each with its version. */
    Set<String> dependencies() {
        return new TreeSet<>(
                Arrays.asList(manifest.getOrDefault("Plugin-Dependencies", "").split(",")));
    }

    /** What the class path's indexes say, by file; comments, blank lines and the order of the lines aside. */
    Map<String, Set<String>> indexes() {
        return jar.entrySet().stream()
                .filter(file -> file.getKey()
                        .matches("META-INF/.*[^/]\\.txt|META-INF/.*stapler-beans"
                                + "|META-INF/services/.*|.*\\.stapler"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        file -> new String(file.getValue(), StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Map<String, byte[]> unzip(InputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
