package io.jenkins.plugins.securityspacedns.report;

import static io.jenkins.plugins.securityspacedns.report.Updates.HERE;
import static io.jenkins.plugins.securityspacedns.report.Updates.host;
import static io.jenkins.plugins.securityspacedns.report.Updates.timeOf;
import static io.jenkins.plugins.securityspacedns.report.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import io.jenkins.plugins.securityspacedns.update.Publication.Seen;
import io.jenkins.plugins.securityspacedns.update.UpdateResult;
import io.jenkins.plugins.securityspacedns.update.UpdateResult.HostResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages say of an update. */
class DnsUpdateResultTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static HostResult[] hosts(int count, int problems) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> host("h" + n + ".example.com", n > count - problems ? Outcome.NOHOST : Outcome.UPDATED))
                .toArray(HostResult[]::new);
    }

    private static DnsUpdateResult view(int hosts, int problems) {
        return update(hosts(hosts, problems));
    }

    @Test
    void theHeadlineSaysWhatCameOfTheHosts() {
        assertThat(view(1, 0).getHeadline()).isEqualTo("h1.example.com is up to date at 198.51.100.7");
        assertThat(view(1, 1).getHeadline()).isEqualTo("h1.example.com is not up to date");
        assertThat(view(3, 0).getHeadline()).isEqualTo("All 3 hosts are up to date at 198.51.100.7");
        assertThat(view(3, 1).getHeadline()).isEqualTo("1 of 3 hosts is not up to date");
        assertThat(view(1200, 1100).getHeadline()).isEqualTo("1,100 of 1,200 hosts are not up to date");
        assertThat(update(null, "", timeOf(1), List.of(host("a.example.com", Outcome.NO_ADDRESS)))
                        .getHeadline())
                .isEqualTo("No public address was found, so nothing was sent");
    }

    @Test
    void everyVerdictLooksDifferentEvenWithoutColour() {
        assertThat(VerdictLook.values())
                .extracting(VerdictLook::getSymbol)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(VerdictLook.values()).extracting(VerdictLook::getText).doesNotHaveDuplicates();
        assertThat(view(2, 0).getLook()).isEqualTo(VerdictLook.SUCCESS);
        assertThat(view(2, 1).getLook()).isEqualTo(VerdictLook.FAILURE);
        assertThat(update(host("a.example.com", Outcome.SERVER_ERROR)).getLook())
                .isEqualTo(VerdictLook.UNSTABLE);
    }

    @Test
    void itSaysWhereTheAddressCameFrom() {
        List<HostResult> hosts = List.of(host("a.example.com", Outcome.UPDATED));
        assertThat(update(HERE, null, timeOf(1), hosts).getOrigin()).isEqualTo("address given by the job");
        assertThat(update(HERE, "", timeOf(1), hosts).getOrigin()).isEqualTo("public address of the built-in node");
        assertThat(update(HERE, "office", timeOf(1), hosts).getOrigin()).isEqualTo("public address of office");
    }

    @Test
    void aFewHostsAreShownAllAndOfManyOnlySomeThatHaveAProblem() {
        assertThat(view(10, 1).getExcerpt()).hasSize(10);
        assertThat(view(11, 0).getExcerpt()).isEmpty();
        assertThat(view(11, 2).getExcerpt())
                .extracting(DnsHostResult::getHostname)
                .containsExactly("h10.example.com", "h11.example.com");
        assertThat(view(1000, 500).getExcerpt()).hasSize(10).allMatch(DnsHostResult::isProblem);
        assertThat(view(1000, 500).getHosts()).hasSize(1000);
    }

    @Test
    void anUpdateHasChangedSomethingOnlyIfTheServerSetAnAddress() {
        for (Outcome outcome : Outcome.values()) {
            DnsUpdateResult update = update(host("a.example.com", Outcome.CURRENT), host("b.example.com", outcome));
            assertThat(update.isChanged()).as(outcome.word()).isEqualTo(outcome == Outcome.UPDATED);
            assertThat(update.getHosts().get(1).isChanged()).isEqualTo(outcome == Outcome.UPDATED);
            assertThat(update.getHosts().get(0).isChanged()).isFalse();
        }
    }

    @Test
    void aHostSaysWhichStopKeptItFromBeingSent() {
        for (Outcome cause : Outcome.values()) {
            HostResult deferred = new HostResult(
                    "a.example.com", Outcome.DEFERRED, cause, "Not sent.", Verdict.UNSTABLE, Duration.ZERO);

            assertThat(update(deferred).getHosts().get(0).stop())
                    .isEqualTo(Optional.of(cause).filter(Outcome::isRefusalOfAccount));
        }
        assertThat(update(host("a.example.com", Outcome.BLOCKED))
                        .getHosts()
                        .get(0)
                        .stop())
                .contains(Outcome.BLOCKED);
    }

    private static DnsUpdateResult published(Optional<Duration> after, HostResult... hosts) {
        DnsUpdateResult update = new DnsUpdateResult(
                new UpdateResult(Optional.of(IpAddress.parse(HERE)), List.of(hosts)),
                "alice",
                "",
                "",
                "",
                true,
                Updates.timeOf(0));
        return update.published(
                update.toVerify().stream()
                        .collect(Collectors.toMap(host -> host, host -> new Seen(after, "It was seen."))),
                FailOn.DEFAULT);
    }

    @Test
    void aHostThatTheNameServersDoNotServeIsUnpublishedAndTheBuildUnstable() {
        DnsUpdateResult update = published(
                Optional.empty(), host("A.example.com", Outcome.UPDATED), host("b.example.com", Outcome.NOHOST));

        DnsHostResult host = update.getHosts().get(0);
        assertThat(host.getOutcome()).isEqualTo("unpublished");
        assertThat(host.getMessage()).isEqualTo("It was seen.");
        assertThat(host.getVerdict()).isEqualTo("UNSTABLE");
        assertThat(host.getVerified()).isFalse();
        assertThat(host.getVerifiedAfter()).isNull();
        assertThat(host.isChanged())
                .as("the server set the address all the same")
                .isTrue();
        assertThat(update.getHosts().get(1).getVerified()).isNull();
        assertThat(update.getVerdict()).isEqualTo("FAILURE");
    }

    @Test
    void aHostThatTheNameServersServeKeepsItsOutcomeAndSaysSince() {
        DnsHostResult host = published(Optional.of(Duration.ofMillis(3200)), host("a.example.com", Outcome.CURRENT))
                .getHosts()
                .get(0);

        assertThat(host.getOutcome()).isEqualTo("current");
        assertThat(host.getVerified()).isTrue();
        assertThat(host.getVerifiedAfter()).isEqualTo(3200);
        assertThat(host.getMessage()).isEqualTo("What happened to a.example.com. It was seen.");
    }

    @Test
    void withoutVerifyThereIsNothingToVerify() {
        assertThat(update(host("a.example.com", Outcome.UPDATED)).toVerify()).isEmpty();
    }

    @Test
    void whatSeveralHostsHaveInCommonIsSaidOnce() {
        String why = "No address could be found.\none.example: connection refused.\nLet it reach them.";
        DnsUpdateResult update = update(
                null,
                "office",
                timeOf(1),
                List.of(
                        host("a.example.com", Outcome.NO_ADDRESS, why),
                        host("b.example.com", Outcome.NO_ADDRESS, why)));

        assertThat(update.describeProblems())
                .isEqualTo("a.example.com, b.example.com no-address: No address could be found.");
        assertThat(update.getHosts()).extracting(DnsHostResult::getMessage).containsOnly(why);
        assertThat(update.getHosts().get(0)).hasToString("a.example.com no-address: No address could be found.");
        assertThat(update.getDetails()).containsExactly("one.example: connection refused.", "Let it reach them.");
    }

    @Test
    void aHostThatIsUnreachableSaysWhoSendsAndWhatToCheck() {
        assertThat(update(host("a.example.com", Outcome.UNREACHABLE, "No connection to x: refused."))
                        .describeProblems())
                .endsWith("refused. The Jenkins controller sends updates. Check its network and its proxy.");
        assertThat(update(host("a.example.com", Outcome.UNREACHABLE, "x: the certificate of x is not trusted."))
                        .describeProblems())
                .endsWith("The Jenkins controller sends updates, so its Java has to trust this certificate.");
    }
}
