package io.jenkins.plugins.securityspacedns;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** What can be called over the web. */
class WebMethodsTest {

    @Test
    void everyWebMethodWantsPost() {
        methods()
                .that()
                .haveNameMatching("do[A-Z].*")
                .should()
                .beAnnotatedWith(POST.class)
                .orShould()
                .beAnnotatedWith("org.kohsuke.stapler.interceptor.RequirePOST")
                .check(PackageDirectionTest.CLASSES);
    }
}
