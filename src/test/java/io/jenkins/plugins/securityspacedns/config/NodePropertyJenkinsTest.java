package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import hudson.ProxyConfiguration;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Slave;
import hudson.util.FormValidation;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.yaml.YamlSource;
import io.jenkins.plugins.securityspacedns.harness.Pipelines;
import io.jenkins.plugins.securityspacedns.harness.SimulatedDns;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.simulator.Fault;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlElementUtil;
import org.htmlunit.html.HtmlFormUtil;
import org.htmlunit.html.HtmlPage;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What one node has of its own to find its public address, and by which way it goes out. */
@WithJenkins
class NodePropertyJenkinsTest {

    private static final String HOME = "198.41.0.4";

    @RegisterExtension
    private final SimulatedDns dns = new SimulatedDns();

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        dns.configure();
        dns.simulator().echo("home", HOME);
    }

    private static SecuritySpaceDnsNodeProperty property(String sources, Integer agreement, String proxy) {
        SecuritySpaceDnsNodeProperty property = new SecuritySpaceDnsNodeProperty();
        property.setSources(sources);
        property.setAgreement(agreement);
        property.setProxy(proxy);
        return property;
    }

    private SecuritySpaceDnsNodeProperty home() {
        return property(dns.simulator().echoUri("home").toString(), 1, "");
    }

    private static <N extends Node> N with(SecuritySpaceDnsNodeProperty property, N node) throws IOException {
        node.getNodeProperties().replace(property);
        return node;
    }

    private WorkflowRun update(Slave node, String host) throws Exception {
        return Pipelines.build(
                jenkins,
                Result.SUCCESS,
                "node('%s') { securitySpaceDnsUpdate hostnames: '%s', force: true }"
                        .formatted(node.getNodeName(), host));
    }

    @Test
    void itsOwnSourcesAreAskedAndTheLogSaysSo() throws Exception {
        Slave office = jenkins.createOnlineSlave();
        Slave home = with(home(), jenkins.createOnlineSlave());

        WorkflowRun atHome = update(home, "a.example.com");
        WorkflowRun inTheOffice = update(office, "b.example.com");

        assertThat(dns.simulator().address("a.example.com")).hasValue(HOME);
        assertThat(dns.simulator().address("b.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);
        jenkins.assertLogContains(
                home.getNodeName() + " (its own sources): The public address is " + HOME + ", says ", atHome);
        jenkins.assertLogContains(office.getNodeName() + " (global sources): The public address is ", inTheOffice);
        assertThat(jenkins.createWebClient()
                        .getPage(atHome.getParent(), "securityspace-dns")
                        .asNormalizedText())
                .contains("(its own sources)");
    }

    @Test
    void theBuiltInNodeHasSourcesOfItsOwnToo() throws Exception {
        with(home(), jenkins.jenkins);

        Pipelines.build(jenkins, Result.SUCCESS, "securitySpaceDnsUpdate 'a.example.com'");

        assertThat(dns.simulator().address("a.example.com")).hasValue(HOME);
    }

    @Test
    void aChangeOfTheSourcesIsNotAnsweredFromBefore() throws Exception {
        Slave office = jenkins.createOnlineSlave();
        update(office, "a.example.com");
        assertThat(dns.simulator().address("a.example.com")).hasValue(Simulator.PUBLIC_ADDRESS);

        with(home(), office);
        update(office, "a.example.com");

        assertThat(dns.simulator().address("a.example.com")).hasValue(HOME);
    }

    /** The agent sits in an office, and the proxy of Jenkins in a computing centre; a datagram of the agent is lost. */
    @Test
    void theAddressOfTheProxyOfJenkinsIsPublishedOnlyIfTheNodeOrTheConfigurationChoseIt() throws Exception {
        Slave office = jenkins.createOnlineSlave();
        HttpServer centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, HOME.length());
            exchange.getResponseBody().write(HOME.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        centre.start();
        try (DatagramSocket lost = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", centre.getAddress().getPort(), null, null, ""));
            SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
            configuration.setEndpoint(dns.simulator().httpEndpoint().toString());
            configuration.setSources(
                    "dns://127.0.0.1:" + lost.getLocalPort() + "/myip.example.com " + configuration.getSources());
            assertThat(found(office)).isEqualTo(Simulator.PUBLIC_ADDRESS);

            configuration.setDetectionSeconds(5); // the lost datagram is waited for before a proxy is believed
            configuration.setAgentProxy(true);
            assertThat(found(office)).isEqualTo(HOME);
            with(property("", null, "own"), office);
            assertThat(found(office)).isEqualTo(Simulator.PUBLIC_ADDRESS);

            configuration.setAgentProxy(false);
            with(property("", null, "jenkins"), office);
            assertThat(found(office)).isEqualTo(HOME);
            assertThat(SecuritySpaceDnsNodeProperty.finder(null, "").find().address())
                    .as("of the controller")
                    .hasToString("Optional[" + HOME + "]");
        } finally {
            centre.stop(0);
        }
    }

    private static String found(Slave node) throws InterruptedException {
        return SecuritySpaceDnsNodeProperty.finder(node.toComputer(), "")
                .find()
                .address()
                .orElseThrow()
                .toString();
    }

    @Test
    void theFormKeepsWhatWasEnteredAndWhatWasLeftEmpty() throws Exception {
        Slave office = with(property("https://one.example.com/ip 93.184.216.34", 1, "own"), jenkins.createSlave());
        Slave home = with(property("", null, ""), jenkins.createSlave());

        office = jenkins.configRoundtrip(office);
        home = jenkins.configRoundtrip(home);

        SecuritySpaceDnsNodeProperty kept = office.getNodeProperty(SecuritySpaceDnsNodeProperty.class);
        assertThat(kept.getSources()).isEqualTo("https://one.example.com/ip\n93.184.216.34");
        assertThat(kept.getAgreement()).isEqualTo(1);
        assertThat(kept.getProxy()).isEqualTo("own");
        SecuritySpaceDnsNodeProperty empty = home.getNodeProperty(SecuritySpaceDnsNodeProperty.class);
        assertThat(empty.getSources()).isEmpty();
        assertThat(empty.getAgreement()).isNull();
        assertThat(empty.getProxy()).isEmpty();
    }

    @Test
    void codeConfiguresItAndTheExportHasIt() throws Exception {
        String yaml = """
                jenkins:
                  nodes:
                    - permanent:
                        name: "branch"
                        remoteFS: "/tmp"
                        launcher: "inbound"
                        nodeProperties:
                          - securitySpaceDns:
                              sources: "https://one.example.com/ip https://two.example.org/ip"
                              agreement: 1
                              proxy: "jenkins"
                """;
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));

        SecuritySpaceDnsNodeProperty branch =
                jenkins.jenkins.getNode("branch").getNodeProperty(SecuritySpaceDnsNodeProperty.class);
        assertThat(branch.getSources()).isEqualTo("https://one.example.com/ip\nhttps://two.example.org/ip");
        assertThat(branch.getAgreement()).isEqualTo(1);
        assertThat(branch.getProxy()).isEqualTo("jenkins");
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        assertThat(exported.toString(StandardCharsets.UTF_8))
                .contains("- securitySpaceDns:\n")
                .contains("agreement: 1")
                .contains("proxy: \"jenkins\"");
    }

    @Test
    void whatItMaySayIsBoundedAsTheGlobalConfigurationIs() {
        SecuritySpaceDnsNodeProperty property = new SecuritySpaceDnsNodeProperty();

        for (String source : new String[] {"file:///etc/passwd", "ftp://a.example.com/", "http://a.example.com/ip"}) {
            assertThatThrownBy(() -> property.setSources(source))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(source);
        }
        assertThatThrownBy(() -> property.setAgreement(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> property.setProxy("http://proxy"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("\"http://proxy\" is no proxy of a node. Say jenkins or own, or nothing.");
    }

    @Test
    void aNodeThatWasWrittenByHandMayLackEverythingAndIsCheckedWhenItIsUsed() throws Exception {
        Slave office = jenkins.createOnlineSlave();
        with(
                (SecuritySpaceDnsNodeProperty)
                        Jenkins.XSTREAM2.fromXML("<" + SecuritySpaceDnsNodeProperty.class.getName() + "/>"),
                office);
        assertThat(found(office)).isEqualTo(Simulator.PUBLIC_ADDRESS);

        with(
                (SecuritySpaceDnsNodeProperty)
                        Jenkins.XSTREAM2.fromXML("<%1$s><sources>file:/etc/passwd</sources></%1$s>"
                                .formatted(SecuritySpaceDnsNodeProperty.class.getName())),
                office);
        assertThatThrownBy(() -> found(office))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("file:/etc/passwd");
    }

    @Test
    void theButtonShowsWhatEachSourceSaidToTheNodeAsTheFormStands() throws Exception {
        dns.simulator().echo("evil", "<script>alert(1)</script>");
        Slave office = with(
                property(dns.simulator().echoUri("home") + " " + dns.simulator().echoUri("evil"), 2, ""),
                jenkins.createOnlineSlave());
        JenkinsRule.WebClient client = jenkins.createWebClient();
        HtmlPage page = client.getPage(office, "configure");

        HtmlElementUtil.click(HtmlFormUtil.getButtonByCaption(page.getFormByName("config"), "Find the public address"));
        client.waitForBackgroundJavaScript(60_000);

        assertThat(page.asNormalizedText())
                .contains("No address would be taken. No public IPv4 address could be established")
                .contains(dns.simulator().echoUri("home").toString())
                .contains(HOME)
                .contains("not an address: \"<script>alert(1)</script>");
    }

    @Test
    void theButtonOfTheGlobalConfigurationAsksFromTheController() throws Exception {
        FormValidation answer = SecuritySpaceDnsConfiguration.get()
                .doFindAddress(
                        dns.simulator().echoUri("one") + " " + dns.simulator().echoUri("two"), "1", "ipv4", "10");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(answer.getMessage())
                .contains(" would be taken.")
                .contains("<td>")
                .contains("\u00a0ms</td>");
    }

    @Test
    void theButtonEndsInTimeIfNoSourceAnswersAndSaysWhatIsWrongIfNothingCanBeAsked() throws Exception {
        dns.simulator().echoFault("home", Fault.silence());
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();

        assertThat(configuration
                        .doFindAddress(dns.simulator().echoUri("home").toString(), "1", "ipv4", "1")
                        .getMessage())
                .contains("no answer within 1 s");
        assertThat(configuration.doFindAddress("gopher://x/", "1", "ipv4", "1").getMessage())
                .contains("gopher://x/");
        assertThat(configuration.doFindAddress("", "two", "ipv4", "1").getMessage())
                .contains("is not a whole number");
    }

    @Test
    void onlyWhoMayConfigureTheNodeMayAskIt() throws Exception {
        Slave office = with(home(), jenkins.createOnlineSlave());
        Slave other = jenkins.createOnlineSlave();
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("keeper", "reader")
                .grant(Computer.CONFIGURE)
                .onItems()
                .to("nobody")
                .grant(Computer.CONFIGURE)
                .everywhere()
                .to("keeper"));
        String method = "descriptorByName/" + SecuritySpaceDnsNodeProperty.class.getName()
                + "/findAddress?sources=&agreement=&proxy=";

        assertThat(post("keeper", office.toComputer().getUrl() + method)).isEqualTo(200);
        assertThat(post("reader", office.toComputer().getUrl() + method)).isEqualTo(403);
        assertThat(post("keeper", method)).as("without a node").isEqualTo(403);
        assertThat(post("reader", other.toComputer().getUrl() + method)).isEqualTo(403);
    }

    private int post(String user, String path) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .withThrowExceptionOnFailingStatusCode(false)
                .login(user);
        return client.getPage(client.addCrumb(new org.htmlunit.WebRequest(
                        new java.net.URL(jenkins.getURL(), path), org.htmlunit.HttpMethod.POST)))
                .getWebResponse()
                .getStatusCode();
    }
}
