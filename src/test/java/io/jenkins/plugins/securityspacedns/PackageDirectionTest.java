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
import java.util.stream.Collectors;
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

    /** What runs without Jenkins: the whole way from an account to an outcome. */
    private static final Set<String> ENGINE = Set.of("protocol", "http", "address", "ledger", "update");

    /** Jenkins and what it is made of. */
    private static final Set<String> JENKINS = Set.of("hudson", "jenkins", "org", "edu");

    private static final String CREDENTIALS = "com.cloudbees.plugins.credentials";

    /** What each package may use, the JDK and itself aside. */
    private static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("protocol", Set.of());
        MAY_USE.put("http", Set.of("protocol", "okhttp3", "okio", "kotlin"));
        MAY_USE.put("address", Set.of("protocol", "jenkins.agents", "hudson.remoting"));
        MAY_USE.put("ledger", Set.of("protocol"));
        MAY_USE.put("update", Set.of("protocol", "http", "address", "ledger"));
        MAY_USE.put("report", and(JENKINS, "protocol", "update"));
        MAY_USE.put("config", and(and(ENGINE, "okhttp3", "kotlin", CREDENTIALS, "net.sf.json"), JENKINS));
        MAY_USE.put("agent", and(JENKINS, "protocol", "address", "update", "config"));
        MAY_USE.put("job", and(JENKINS, CREDENTIALS, "protocol", "address", "update", "agent", "report", "config"));
        MAY_USE.put("accounts", and(JENKINS, CREDENTIALS, "protocol", "ledger", "update", "config"));
        MAY_USE.put("trigger", and(JENKINS, "protocol", "address", "ledger", "update", "agent", "report", "config"));
        MAY_USE.put("cli", and(ENGINE, "okhttp3", "kotlin", "picocli", "com.google.gson"));
    }

    private static Set<String> and(Set<String> some, String... others) {
        return and(some, Set.of(others));
    }

    private static Set<String> and(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
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
                .doNotHaveSimpleName("DetectOnAgent")
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
