package io.jenkins.plugins.securityspacedns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages to the diagram in {@code docs/design.md}: its arrows are all that is allowed. */
class PackageDirectionTest {

    private static final String ROOT = "io.jenkins.plugins.securityspacedns";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(PackageDirectionTest::isOfTheProduct)
            .importPackages(ROOT);

    private static boolean isOfTheProduct(Location location) {
        return !location.contains("/test-classes/");
    }

    /** Every package may use it; the diagram does not draw that. */
    private static final String INNERMOST = "protocol";

    private static final Set<String> JENKINS =
            Set.of("hudson", "jenkins", "org", "edu", "com.cloudbees.plugins.credentials");

    /** What packages may use beside the JDK and each other. The others, such as {@code protocol}, need the JDK alone. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "http",
            Set.of("okhttp3", "okio", "kotlin"),
            "lookup",
            Set.of("org.xbill.DNS"),
            "address",
            Set.of("org.w3c.dom", "org.xml.sax"),
            "config",
            and(JENKINS, "okhttp3", "kotlin", "net.sf.json"),
            "agent",
            JENKINS,
            "report",
            JENKINS,
            "job",
            JENKINS,
            "accounts",
            JENKINS,
            "trigger",
            JENKINS,
            "cli",
            Set.of("okhttp3", "kotlin", "picocli", "com.google.gson"));

    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NODE = Pattern.compile("(\\w+)\\[\"[^\"]*\"]");
    private static final Pattern ARROW = Pattern.compile("(\\w+) (?:-->|==>|-\\.->) (\\w+(?: & \\w+)*)");

    /** Packages of the diagram, and to which of them each has an arrow. */
    private static final Map<String, Set<String>> PICTURE = picture();

    private static Map<String, Set<String>> picture() {
        Matcher diagram = DIAGRAM.matcher(design());
        assertThat(diagram.find()).as("docs/design.md has a diagram").isTrue();
        Map<String, Set<String>> picture = new TreeMap<>();
        for (String line : diagram.group(1).lines().skip(1).map(String::strip).toList()) {
            Matcher node = NODE.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (node.matches()) {
                picture.put(node.group(1), new TreeSet<>());
            } else if (arrow.matches()) {
                assertThat(picture).as(line).containsKeys(arrow.group(1)).containsKeys(targets(arrow));
                picture.get(arrow.group(1)).addAll(Set.of(targets(arrow)));
            } else {
                assertThat(line)
                        .as("a line of the diagram that is neither a node nor an arrow")
                        .isEmpty();
            }
        }
        return picture;
    }

    private static String design() {
        try {
            return Files.readString(Path.of("docs", "design.md"));
        } catch (IOException e) {
            throw new AssertionError("The diagram cannot be read", e);
        }
    }

    private static String[] targets(Matcher arrow) {
        return arrow.group(2).split(" & ");
    }

    private static Set<String> and(Set<String> some, String... others) {
        return Stream.concat(some.stream(), Arrays.stream(others)).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> packages() {
        return PICTURE.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItsArrowsAndLibrariesAllow(String name) {
        Stream<String> own = Stream.concat(Stream.of(name, INNERMOST), PICTURE.get(name).stream())
                .map(other -> ROOT + "." + other);
        Stream<String> foreign =
                Stream.concat(Stream.of("java", "javax"), LIBRARIES.getOrDefault(name, Set.of()).stream());
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(Stream.concat(own, foreign)
                        .map(allowed -> allowed + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyArrowStandsForAUse(String name) {
        Set<String> used = CLASSES.stream()
                .filter(type -> placeOf(type).filter(name::equals).isPresent())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(use -> placeOf(use.getTargetClass()).stream())
                .collect(Collectors.toSet());
        if (!used.isEmpty()) { // The command line is built by one of the two builds only.
            assertThat(used).containsAll(PICTURE.get(name));
        }
    }

    @Test
    void everyPackageHasAPlaceInThePicture() {
        assertThat(CLASSES.stream().flatMap(type -> placeOf(type).stream()))
                .isNotEmpty()
                .isSubsetOf(PICTURE.keySet());
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** The package of ours that a type is in, such as {@code ledger}. */
    private static Optional<String> placeOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT + ".")
                ? Optional.of(name.substring(ROOT.length() + 1).split("\\.")[0])
                : Optional.empty();
    }
}
