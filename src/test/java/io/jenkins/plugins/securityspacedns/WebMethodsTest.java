package io.jenkins.plugins.securityspacedns;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** What can be called over the web. */
class WebMethodsTest {

    private static final String WEB_METHOD = "do[A-Z].*";

    @Test
    void everyWebMethodWantsPost() {
        methods()
                .that()
                .haveNameMatching(WEB_METHOD)
                .should()
                .beAnnotatedWith(POST.class)
                .orShould()
                .beAnnotatedWith("org.kohsuke.stapler.interceptor.RequirePOST")
                .check(PackageDirectionTest.CLASSES);
    }

    /** {@code WebMethodsJenkinsTest} finds them there and tries their permissions. */
    @Test
    void everyWebMethodIsOfADescriptorARootActionOrAManagementLink() {
        methods()
                .that()
                .haveNameMatching(WEB_METHOD)
                .and()
                .areDeclaredInClassesThat()
                .areNotInterfaces()
                .should()
                .beDeclaredInClassesThat()
                .areAssignableTo(nameMatching(".*\\.(\\w*Descriptor|GlobalConfiguration|RootAction|ManagementLink)"))
                .check(PackageDirectionTest.CLASSES);
    }
}
