package io.jenkins.plugins.securityspacedns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages to the direction in which data flows. */
class PackageDirectionTest {

    private static final String ROOT = "io.jenkins.plugins.securityspacedns";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(PackageDirectionTest::isOfTheProduct)
            .importPackages(ROOT);

    private static boolean isOfTheProduct(Location location) {
        return !location.contains("/test-classes/") && !location.contains("/central/build/");
    }

    /** What each package may use, the JDK and itself aside. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("protocol", Set.of());
        MAY_USE.put("transport", Set.of("protocol", "okhttp3", "okio", "kotlin"));
        MAY_USE.put("address", Set.of("protocol", "jenkins.agents", "hudson.remoting"));
        MAY_USE.put("ledger", Set.of("protocol"));
        MAY_USE.put("update", Set.of("protocol", "transport", "address", "ledger"));
        MAY_USE.put("report", Set.of("protocol", "update", "hudson", "jenkins", "org", "edu"));
        MAY_USE.put(
                "config",
                Set.of(
                        "protocol",
                        "transport",
                        "address",
                        "ledger",
                        "update",
                        "okhttp3",
                        "kotlin",
                        "hudson",
                        "jenkins",
                        "org",
                        "net.sf.json",
                        "com.cloudbees.plugins.credentials"));
        MAY_USE.put("agent", Set.of("protocol", "address", "update", "config", "hudson", "jenkins", "org", "edu"));
        MAY_USE.put(
                "job",
                Set.of(
                        "protocol",
                        "address",
                        "update",
                        "agent",
                        "report",
                        "config",
                        "hudson",
                        "jenkins",
                        "org",
                        "edu",
                        "com.cloudbees.plugins.credentials"));
        MAY_USE.put(
                "guard",
                Set.of(
                        "protocol",
                        "ledger",
                        "update",
                        "config",
                        "hudson",
                        "jenkins",
                        "org",
                        "edu",
                        "com.cloudbees.plugins.credentials"));
        MAY_USE.put(
                "trigger",
                Set.of(
                        "protocol",
                        "address",
                        "ledger",
                        "update",
                        "agent",
                        "report",
                        "config",
                        "hudson",
                        "jenkins",
                        "org",
                        "edu"));
        MAY_USE.put(
                "cli",
                Set.of(
                        "protocol",
                        "transport",
                        "address",
                        "ledger",
                        "update",
                        "okhttp3",
                        "kotlin",
                        "picocli",
                        "com.google.gson"));
    }

    static Stream<Arguments> packages() {
        return MAY_USE.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0} uses nothing but {1}")
    @MethodSource("packages")
    void aPackageUsesNothingThatItMayNot(String name, Set<String> allowed) {
        String[] permitted = Stream.concat(
                        Stream.of("java..", "javax..", packageOf(name)),
                        allowed.stream().map(PackageDirectionTest::packageOf))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(permitted)
                .check(CLASSES);
    }

    private static String packageOf(String name) {
        return (MAY_USE.containsKey(name) ? ROOT + "." + name : name) + "..";
    }

    @Test
    void onlyTheAgentCallableOfTheAddressPackageKnowsOfJenkins() {
        noClasses()
                .that()
                .resideInAPackage(packageOf("address"))
                .and()
                .doNotHaveSimpleName("AgentDetection")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("hudson..", "jenkins..")
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageHasAPlaceInThePicture() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().substring(ROOT.length()))
                        .flatMap(
                                rest -> Arrays.stream(rest.split("\\.")).skip(1).limit(1))
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(MAY_USE.keySet());
    }
}
