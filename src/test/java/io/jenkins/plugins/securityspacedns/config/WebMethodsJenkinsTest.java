package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ManagementLink;
import hudson.model.RootAction;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;

/** Every web method of every extension of this plugin, found by reflection. */
@WithJenkins
class WebMethodsJenkinsTest {

    private static final String PLUGIN = "io.jenkins.plugins.securityspacedns.";

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        job = rule.createFreeStyleProject("job");
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    /** One web method, and the URL of the object that has it. */
    private record WebMethod(String owner, Method method) {

        String name() {
            return method.getDeclaringClass().getName() + '.' + method.getName();
        }

        String path() {
            String name = method.getName();
            return owner + '/' + Character.toLowerCase(name.charAt(2)) + name.substring(3);
        }

        boolean isForm() {
            return method.getName().matches("do(Fill|Check).*");
        }

        /** Every parameter of the query with the same value. */
        String query(String value) {
            return Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                    .map(parameter -> parameter.getName() + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .reduce("?", (left, right) -> left + '&' + right);
        }
    }

    private List<WebMethod> webMethods() {
        List<WebMethod> found = new ArrayList<>();
        for (Object extension : extensions()) {
            for (String owner : urls(extension)) {
                Object page = extension instanceof StaplerProxy proxy ? proxy.getTarget() : extension;
                Stream.of(page.getClass().getMethods())
                        .filter(method -> method.getDeclaringClass().getName().startsWith(PLUGIN))
                        .filter(method -> method.getName().matches("do[A-Z].*"))
                        .map(method -> new WebMethod(owner, method))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Those that there are in the classes of this plugin, however they may be reached. */
    private static List<String> declared() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.jenkins.plugins.securityspacedns")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().matches("do[A-Z].*"))
                        .map(method -> method.getOwner().getName() + '.' + method.getName())
                        .toList();
    }

    /** Whatever of this plugin can have web methods. */
    private List<Object> extensions() {
        List<Object> all = new ArrayList<>();
        all.addAll(jenkins.jenkins.getExtensionList(Descriptor.class));
        all.addAll(jenkins.jenkins.getExtensionList(RootAction.class));
        all.addAll(jenkins.jenkins.getExtensionList(ManagementLink.class));
        all.removeIf(extension -> !extension.getClass().getName().startsWith(PLUGIN));
        return all;
    }

    /** Where it can be reached: a descriptor of a job also below that job. */
    private List<String> urls(Object extension) {
        if (extension instanceof Descriptor<?> descriptor) {
            String url = "descriptorByName/" + descriptor.getId();
            return List.of(url, job.getUrl() + url);
        }
        if (extension instanceof ManagementLink link) {
            return List.of("manage/" + link.getUrlName());
        }
        return List.of(((RootAction) extension).getUrlName());
    }

    private JenkinsRule.WebClient client(String user) throws Exception {
        return jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .withThrowExceptionOnFailingStatusCode(false)
                .login(user);
    }

    private int status(JenkinsRule.WebClient client, HttpMethod verb, String path) throws IOException {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), verb);
        return client.getPage(verb == HttpMethod.POST ? client.addCrumb(request) : request)
                .getWebResponse()
                .getStatusCode();
    }

    @Test
    void areForbiddenToAUserWithoutPermission() throws Exception {
        List<WebMethod> all = webMethods();
        assertThat(all)
                .extracting(WebMethod::name)
                .containsAll(declared())
                .hasSizeGreaterThan(declared().size());
        JenkinsRule.WebClient reader = client("reader");
        for (WebMethod method : all) {
            assertThat(status(reader, HttpMethod.POST, method.path() + method.query("x")))
                    .as("POST " + method.path())
                    .isEqualTo(403);
        }
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void cannotBeCalledByFollowingALink() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        for (WebMethod method : webMethods()) {
            assertThat(status(admin, HttpMethod.GET, method.path() + method.query("x")))
                    .as("GET " + method.path())
                    .isIn(404, 405);
        }
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void answerWithASentenceIfEveryParameterIsMissing() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        for (WebMethod method : webMethods()) {
            int status = status(admin, HttpMethod.POST, method.path());
            if (method.isForm() || method.path().endsWith("/testConnection")) {
                assertThat(status).as("POST " + method.path()).isEqualTo(200);
            } else {
                assertThat(status).as("POST " + method.path()).isLessThan(500);
            }
        }
        assertThat(dns.simulator().requests()).isEmpty();
    }

    @Test
    void ofAFormFetchNothingWhateverIsEntered() throws Exception {
        JenkinsRule.WebClient admin = client("admin");
        for (WebMethod method : webMethods()) {
            for (String url : List.of(
                    dns.simulator().httpEndpoint().toString(),
                    dns.simulator().echoUri("one").toString())) {
                if (method.isForm()) {
                    assertThat(status(admin, HttpMethod.POST, method.path() + method.query(url)))
                            .as("POST " + method.path())
                            .isEqualTo(200);
                }
            }
        }
        assertThat(dns.simulator().requests()).isEmpty();
        assertThat(dns.simulator().echoRequests()).isEmpty();
    }
}
