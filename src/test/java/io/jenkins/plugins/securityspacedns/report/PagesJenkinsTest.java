package io.jenkins.plugins.securityspacedns.report;

import static io.jenkins.plugins.securityspacedns.report.Updates.HERE;
import static io.jenkins.plugins.securityspacedns.report.Updates.host;
import static io.jenkins.plugins.securityspacedns.report.Updates.timeOf;
import static io.jenkins.plugins.securityspacedns.report.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.TimeZoneProperty;
import hudson.model.User;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.TestBuilder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the pages of a build and of a job show, to whom, and that nothing from outside gets into their markup. */
@WithJenkins
class PagesJenkinsTest {

    private static final String PAGE = "securityspace-dns/";
    private static final String UPDATE = "io.jenkins.plugins.securityspacedns.report.DnsUpdateResult";
    private static final String HOST = "io.jenkins.plugins.securityspacedns.report.DnsHostResult";

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject("dns");
    }

    private FreeStyleBuild build(DnsUpdateResult... updates) throws Exception {
        job.getBuildersList().clear();
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener) {
                for (DnsUpdateResult update : updates) {
                    DnsUpdateAction.record(build, update);
                }
                return true;
            }
        });
        return jenkins.buildAndAssertSuccess(job);
    }

    private static DnsUpdateResult at(int hour, String address, HostResult... hosts) {
        return update(address, "office", timeOf(hour), List.of(hosts));
    }

    private HtmlPage open(String path) throws Exception {
        return jenkins.createWebClient().goTo(path);
    }

    private static List<String> texts(DomNode page, String xpath) {
        return page.getByXPath(xpath).stream()
                .map(node -> ((DomNode) node).asNormalizedText().strip())
                .toList();
    }

    private static String ours(DomNode page) {
        return String.join("\n", texts(page, "//section[contains(@class,'securityspace-dns')]"));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void theBuildPageShowsEveryOutcome(Outcome outcome) throws Exception {
        String address = outcome == Outcome.NO_ADDRESS ? null : HERE;
        FreeStyleBuild build = build(at(1, address, host("a.example.com", outcome, "It was so.")));

        HtmlPage page = open(build.getUrl());

        List<String> cells = texts(page, "//table[contains(@class,'securityspace-dns-table')]//td");
        assertThat(cells.get(0)).isEqualTo("a.example.com");
        assertThat(cells.get(1)).contains(outcome.word());
        assertThat(cells.get(2)).isEqualTo(outcome.isProblem() ? "–" : HERE);
        assertThat(cells.get(3)).startsWith("It was so."); // what to check follows if the server is unreachable
        assertThat(cells.get(4)).isEqualTo("0.42 sec");
        assertThat(cells.get(1))
                .startsWith(VerdictLook.valueOf(outcome.defaultVerdict().name()).getText());
        assertThat(page.getByXPath("//td[contains(@class,'securityspace-dns-outcome')]//*[name()='svg']"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<updates/>",
                "<updates><" + UPDATE + "/></updates>",
                "<updates><" + UPDATE + "><hosts><" + HOST + "/></hosts></" + UPDATE + "></updates>",
                "<updates><" + UPDATE + "><verdict>GREAT</verdict></" + UPDATE + "></updates>"
            })
    void aBuildThatLacksWhatThisVersionWritesStillHasItsPages(String kept) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        DnsUpdateAction.record(build, at(1, HERE, host("a.example.com", Outcome.UPDATED)));
        Path xml = build.getRootDir().toPath().resolve("build.xml");
        String action = DnsUpdateAction.class.getName();
        Files.writeString(
                xml,
                Files.readString(xml)
                        .replaceFirst(
                                "(?s)<" + action + ".*</" + action + ">",
                                "<" + action + ">" + kept + "</" + action + ">"));
        job.doReload();

        DnsUpdateAction read = job.getLastBuild().getAction(DnsUpdateAction.class);
        assertThat(read.getUpdates()).allSatisfy(update -> {
            assertThat(update.getHeadline()).isNotBlank();
            assertThat(update.getLook()).isEqualTo(VerdictLook.UNSTABLE);
            assertThat(update.getHosts())
                    .allSatisfy(host -> assertThat(host)
                            .hasToString("? ?: ")
                            .hasNoNullFieldsOrPropertiesExcept("stop", "verified", "verifiedAfter"));
        });
        assertThat(read.getUpdates())
                .extracting(DnsUpdateResult::describeProblems)
                .doesNotContainNull();
        assertThat(RecentBuilds.of(job, 100).getHosts())
                .extracting(status -> status.last().getVerdict())
                .allMatch("UNSTABLE"::equals);
        for (String page : List.of("", PAGE)) {
            assertThat(open(job.getUrl() + page).getWebResponse().getStatusCode())
                    .isEqualTo(200);
            assertThat(open(build.getUrl() + page).getWebResponse().getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(jenkins.getJSON(build.getUrl() + PAGE + "api/json").getContentAsString())
                .contains("\"updates\":[");
    }

    @Test
    void aBuildPageShowsFewOfManyHostsAndLeadsToAll() throws Exception {
        HostResult[] hosts = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> host("h" + n + ".example.com", n % 20 == 0 ? Outcome.SERVER_ERROR : Outcome.UPDATED))
                .toArray(HostResult[]::new);
        FreeStyleBuild build = build(at(1, HERE, hosts));

        HtmlPage page = open(build.getUrl());

        assertThat(texts(page, "//td[@role='rowheader']")).containsExactly("h20.example.com", "h40.example.com");
        HtmlPage all = page.getAnchorByText("All 40 hosts").click();
        assertThat(texts(all, "//td[@role='rowheader']")).hasSize(40);
    }

    @Test
    void severalUpdatesOfABuildAreShownTheNewestFiveOnItsPage() throws Exception {
        DnsUpdateResult[] updates = IntStream.rangeClosed(1, 7)
                .mapToObj(n -> at(n, "192.0.2." + n, host("h" + n + ".example.com", Outcome.UPDATED)))
                .toArray(DnsUpdateResult[]::new);
        FreeStyleBuild build = build(updates);

        HtmlPage page = open(build.getUrl());

        assertThat(texts(page, "//td[@role='rowheader']"))
                .containsExactly(
                        "h3.example.com", "h4.example.com", "h5.example.com", "h6.example.com", "h7.example.com");
        HtmlPage all = page.getAnchorByText("The newest 5 of 7 updates").click();
        assertThat(texts(all, "//td[@role='rowheader']")).hasSize(7);
    }

    @Test
    void theJobPageShowsTheStateOfEveryHostAndTheAddresses() throws Exception {
        build(at(1, "192.0.2.1", host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED)));
        build(at(2, "192.0.2.2", host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.NOHOST)));

        HtmlPage page = open(job.getUrl() + PAGE);

        assertThat(ours(page)).contains("1 of 2 hosts is not up to date");
        assertThat(texts(page, "//table[@aria-labelledby='securityspace-dns-hosts']//td[@role='rowheader']"))
                .containsExactly("a.example.com", "b.example.com");
        assertThat(texts(page, "//table[@aria-labelledby='securityspace-dns-hosts']//tr[2]/td[3]")
                        .get(0))
                .startsWith("192.0.2.1")
                .contains("#1");
        assertThat(texts(page, "//table[@aria-labelledby='securityspace-dns-addresses']//td[@role='rowheader']"))
                .containsExactly("192.0.2.2", "192.0.2.1");
        DomElement chart = page.getFirstByXPath("//*[name()='svg'][@role='img']");
        for (String id : chart.getAttribute("aria-labelledby").split(" ")) {
            assertThat(page.getElementById(id).getTextContent()).isNotBlank();
        }
        assertThat(page.getAnchorByText("SecuritySpace DNS")).isNotNull();
    }

    @Test
    void onlyAJobThatHasUpdatedAHostHasThePage() throws Exception {
        assertThat(job.getAction(DnsJobAction.class)).isNull();
        jenkins.createWebClient().assertFails(job.getUrl() + PAGE, 404);

        FreeStyleBuild build = build(update(host("a.example.com", Outcome.UPDATED)));
        assertThat(job.getAction(DnsJobAction.class)).isNotNull();

        build.delete();
        assertThat(open(job.getUrl() + PAGE).asNormalizedText()).contains("Run a build that updates one.");
    }

    @Test
    void noMoreThanTheNewestBuildsAreLookedAt() throws Exception {
        build(at(0, "192.0.2.1", host("old.example.com", Outcome.UPDATED)));
        build(at(1, HERE, host("a.example.com", Outcome.UPDATED)));
        build(at(2, HERE, host("b.example.com", Outcome.UPDATED)));

        assertThat(RecentBuilds.of(job, 2).getHosts())
                .extracting(status -> status.last().getHostname())
                .containsExactly("b.example.com", "a.example.com");
    }

    @Test
    void whatComesFromOutsideIsTextAndNothingElse() throws Exception {
        String hostname = "<script>alert(1)</script>\"'.example.com";
        String message = "The server answered \"<img src=x onerror=alert(2)>\" ${7*7} {0}";
        FreeStyleBuild build =
                build(update(HERE, "<b>office</b>", timeOf(1), List.of(host(hostname, Outcome.UNCONFIRMED, message))));
        build(at(2, "192.0.2.2", host(hostname, Outcome.UPDATED, message)));

        for (String path : List.of(build.getUrl(), build.getUrl() + PAGE, job.getUrl() + PAGE)) {
            HtmlPage page = open(path);
            assertThat(texts(page, "//td[@role='rowheader']")).contains(hostname);
            assertThat(texts(page, "//td[contains(@class,'securityspace-dns-message')]"))
                    .contains(message);
            assertThat(page.getByXPath("//img[@src='x']")).isEmpty();
            assertThat(page.getByXPath("//section//b | //section//script")).isEmpty();
        }
    }

    @Test
    void noMarkupOfOursNeedsInlineStylesOrScripts() throws Exception {
        FreeStyleBuild first = build(at(1, "192.0.2.1", host("a.example.com", Outcome.UPDATED)));
        build(at(2, "192.0.2.2", host("a.example.com", Outcome.NOHOST)));

        for (String path : List.of(first.getUrl(), first.getUrl() + PAGE, job.getUrl() + PAGE)) {
            HtmlPage page = open(path);
            String ours = "//section[contains(@class,'securityspace-dns')]/descendant-or-self::*";
            assertThat(page.getByXPath(ours)).isNotEmpty();
            assertThat(page.getByXPath(ours + "[@style or @*[starts-with(name(),'on')]]"))
                    .isEmpty();
            assertThat(page.getByXPath(ours + "[self::style or self::script]")).isEmpty();
        }
    }

    @Test
    void whoMayNotReadTheJobSeesNothingOfIt() throws Exception {
        FreeStyleBuild build = build(update(host("a.example.com", Outcome.UPDATED)));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("bob", "carol", "dave")
                .grant(Item.READ)
                .everywhere()
                .to("carol")
                .grant(Item.DISCOVER)
                .everywhere()
                .to("dave"));

        JenkinsRule.WebClient bob = jenkins.createWebClient().withBasicCredentials("bob");
        JenkinsRule.WebClient carol = jenkins.createWebClient().withBasicCredentials("carol");
        JenkinsRule.WebClient dave = jenkins.createWebClient().withBasicCredentials("dave");
        for (String path : List.of(build.getUrl() + PAGE, job.getUrl() + PAGE)) {
            for (String below : List.of("", "api/json")) {
                bob.assertFails(path + below, 404);
                dave.assertFails(path + below, 403);
                assertThat(carol.goTo(path + below, null).getWebResponse().getStatusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theRemoteApiTellsTheSame() throws Exception {
        build(at(1, "192.0.2.1", host("a.example.com", Outcome.UPDATED)));
        FreeStyleBuild last = build(at(2, "192.0.2.2", host("a.example.com", Outcome.NOHOST, "No such host.")));

        JSONObject ofJob = jenkins.getJSON(job.getUrl() + PAGE + "api/json").getJSONObject();
        JSONObject state = ofJob.getJSONArray("hosts").getJSONObject(0);
        assertThat(state.getString("hostname")).isEqualTo("a.example.com");
        assertThat(state.getString("outcome")).isEqualTo("nohost");
        assertThat(state.getString("verdict")).isEqualTo("FAILURE");
        assertThat(state.getString("message")).isEqualTo("No such host.");
        assertThat(state.getInt("build")).isEqualTo(2);
        assertThat(state.getLong("timestamp")).isEqualTo(timeOf(2).toEpochMilli());
        assertThat(state.getString("confirmedAddress")).isEqualTo("192.0.2.1");
        assertThat(state.getInt("confirmedBuild")).isEqualTo(1);
        JSONArray addresses = ofJob.getJSONArray("addresses");
        assertThat(addresses.size()).isEqualTo(2);
        assertThat(addresses.getJSONObject(0).getString("address")).isEqualTo("192.0.2.2");
        assertThat(addresses.getJSONObject(0).getBoolean("current")).isTrue();
        assertThat(addresses.getJSONObject(1).getLong("end"))
                .isEqualTo(timeOf(2).toEpochMilli());

        JSONObject ofBuild =
                jenkins.getJSON(last.getUrl() + PAGE + "api/json?depth=2").getJSONObject();
        assertThat(ofBuild.getJSONArray("updates")
                        .getJSONObject(0)
                        .getJSONArray("hosts")
                        .getJSONObject(0)
                        .getString("hostname"))
                .isEqualTo("a.example.com");
        assertThat(ofBuild.toString() + ofJob).doesNotContain("securityspace\"");
    }

    private String xpath(String url, String xpath) throws Exception {
        return jenkins.createWebClient()
                .goTo(
                        url + PAGE + "api/xml?xpath=" + URLEncoder.encode(xpath, StandardCharsets.UTF_8),
                        "application/xml")
                .getWebResponse()
                .getContentAsString();
    }

    @Test
    void thePagesOwnApisTellEverythingAtOnce() throws Exception {
        FreeStyleBuild build =
                build(update(host("a.example.com", Outcome.UPDATED), host("b.example.com", Outcome.UPDATED)));

        assertThat(xpath(build.getUrl(), "//host[1]/hostname")).isEqualTo("<hostname>a.example.com</hostname>");
        assertThat(xpath(job.getUrl(), "/*/address")).isEqualTo("<address>" + HERE + "</address>");
        assertThat(xpath(job.getUrl(), "//host[2]/outcome")).isEqualTo("<outcome>updated</outcome>");
    }

    @Test
    void aListOfBuildsHasNoHostsUnlessItIsAskedForThem() throws Exception {
        HostResult[] hosts = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> host("h" + n + ".example.com", Outcome.UPDATED))
                .toArray(HostResult[]::new);
        for (int n = 1; n <= 10; n++) {
            build(at(n, HERE, hosts));
        }

        String deep = jenkins.getJSON(job.getUrl() + "api/json?depth=4").getContentAsString();
        String named = jenkins.getJSON(job.getUrl() + "api/json?tree=builds[actions[updates[hosts[hostname]]]]")
                .getContentAsString();
        String ofBuild = jenkins.getJSON(job.getUrl() + "10/api/json?depth=2").getContentAsString();

        assertThat(deep).doesNotContain("h1000.example.com").hasSizeLessThan(200_000);
        assertThat(Pattern.compile("h1000\\.example\\.com").matcher(named).results())
                .hasSize(10);
        assertThat(ofBuild).contains("\"hostname\":\"h1000.example.com\"");
    }

    @Test
    void anUpdateIsSavedBeforeItsBuildEnds() throws Exception {
        job.getBuildersList().add(new TestBuilder() {
            @Override
            public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                    throws IOException {
                DnsUpdateAction.record(build, update(host("a.example.com", Outcome.UPDATED)));
                listener.getLogger()
                        .println(Files.readString(build.getRootDir().toPath().resolve("build.xml")));
                return true;
            }
        });

        jenkins.assertLogContains("<hostname>a.example.com</hostname>", jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void timesAreThoseOfTheReader() throws Exception {
        build(at(1, HERE, host("a.example.com", Outcome.UPDATED)));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        User.getById("carol", true).addProperty(new TimeZoneProperty("Asia/Tokyo"));

        HtmlPage page = jenkins.createWebClient().login("carol").goTo(job.getUrl() + PAGE);

        assertThat(ours(page)).containsPattern("10:00\\hPM");
    }
}
