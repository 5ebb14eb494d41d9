package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.lookup.AnswerReader.Reading;
import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What the answer of a server of example.com says of www.example.com. */
class AnswerReaderTest {

    private static final String HOST = "www.example.com.";

    private final Message message = new Message();

    AnswerReaderTest() {
        message.getHeader().setFlag(Flags.AA);
    }

    private static Name name(String text) throws IOException {
        return Name.fromString(text);
    }

    private AnswerReaderTest with(int section, String owner, String type, String data) throws IOException {
        message.addRecord(Record.fromString(name(owner), Type.value(type), DClass.IN, 300, data, Name.root), section);
        return this;
    }

    private AnswerReaderTest with(String owner, String type, String data) throws IOException {
        return with(Section.ANSWER, owner, type, data);
    }

    private Reading read() throws IOException {
        return AnswerReader.read(message, name("example.com."), name(HOST));
    }

    @Test
    void addressesOfTheNameAloneCount() throws Exception {
        with("other.example.com.", "A", "8.8.8.8").with(HOST, "A", "8.8.4.4").with(HOST, "A", "8.8.4.5");

        assertThat(read().answer()).isEqualTo(Answer.SERVES);
        assertThat(read().addresses()).containsExactly(IpAddress.parse("8.8.4.4"), IpAddress.parse("8.8.4.5"));
    }

    @Test
    void theFirstSixteenAddressesAreEnough() throws Exception {
        for (int i = 1; i <= 17; i++) {
            with(HOST, "A", "8.8.4." + i);
        }

        assertThat(read().addresses()).hasSize(16).doesNotContain(IpAddress.parse("8.8.4.17"));
    }

    @Test
    void anIpv4AddressInAnIpv6RecordIsNone() throws Exception {
        with(HOST, "AAAA", "::ffff:8.8.4.4");

        assertThat(read().answer()).isEqualTo(Answer.NO_ADDRESS);
    }

    @Test
    void aNameThatIsNotThereIsToldFromAnAliasForOne() throws Exception {
        message.getHeader().setRcode(Rcode.NXDOMAIN);
        assertThat(read().answer()).isEqualTo(Answer.NO_NAME);

        with(HOST, "CNAME", "gone.example.com.");
        assertThat(read().answer()).isEqualTo(Answer.NO_ADDRESS);
    }

    @Test
    void anAliasIsFollowedWithinTheAnswer() throws Exception {
        with(HOST, "CNAME", "a.example.com.").with("a.example.com.", "A", "8.8.4.4");

        assertThat(read().aliases()).containsExactly(name("a.example.com."));
        assertThat(read().addresses()).containsExactly(IpAddress.parse("8.8.4.4"));
        assertThat(read().target()).isEmpty();
    }

    @Test
    void anAliasWithoutAnAddressSaysWhatToAskForNext() throws Exception {
        assertThat(read().target()).isEmpty();

        with(HOST, "CNAME", "a.example.com.").with("a.example.com.", "CNAME", "b.example.com.");

        assertThat(read().target()).contains(name("b.example.com."));
    }

    @Test
    void whatTheServerSaysOfOtherZonesDoesNotCount() throws Exception {
        with(HOST, "CNAME", "a.example.net.").with("a.example.net.", "A", "8.8.4.4");

        assertThat(read().answer()).isEqualTo(Answer.NO_ADDRESS);
        assertThat(read().target()).contains(name("a.example.net."));
    }

    @ParameterizedTest
    @CsvSource({"8, SERVES, ''", "9, FAILED, 'an alias of an alias, and so on'"})
    void eightAliasesInARowAreFollowedAndNoMore(int aliases, Answer answer, String detail) throws Exception {
        with(HOST, "CNAME", "a1.example.com.");
        for (int i = 1; i < aliases; i++) {
            with("a" + i + ".example.com.", "CNAME", "a" + (i + 1) + ".example.com.");
        }
        with("a" + aliases + ".example.com.", "A", "8.8.4.4");

        assertThat(read().answer()).isEqualTo(answer);
        assertThat(read().detail()).isEqualTo(detail);
    }

    @Test
    void aServerThatFailsIsToldFromOneThatRefuses() throws Exception {
        message.getHeader().setRcode(Rcode.REFUSED);
        assertThat(read().answer()).isEqualTo(Answer.REFUSED);

        message.getHeader().setRcode(Rcode.SERVFAIL);
        assertThat(read().answer()).isEqualTo(Answer.FAILED);
        assertThat(read().detail()).isEqualTo("SERVFAIL");
    }

    @Test
    void anAddressWithoutAuthorityIsNone() throws Exception {
        message.getHeader().unsetFlag(Flags.AA);
        with(HOST, "A", "8.8.4.4");

        assertThat(read().answer()).isEqualTo(Answer.LAME);
        assertThat(read().addresses()).isEmpty();
        assertThat(read().cut()).isEmpty();
    }

    @Test
    void aZoneThatBeginsBelowIsNamedWithItsServers() throws Exception {
        message.getHeader().unsetFlag(Flags.AA);
        with(Section.AUTHORITY, HOST, "NS", "ns2.example.net.").with(Section.AUTHORITY, HOST, "NS", "ns1.example.net.");

        assertThat(read().cut()).contains(name(HOST));
        assertThat(read().servers()).containsExactly(name("ns1.example.net."), name("ns2.example.net."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com.", "com.", ".", "mail.example.com.", "example.net."})
    void aServerThatRefersUpOrAsideLeadsNowhere(String zone) throws Exception {
        message.getHeader().unsetFlag(Flags.AA);
        with(Section.AUTHORITY, zone, "NS", "ns.example.net.");

        assertThat(read().answer()).isEqualTo(Answer.LAME);
        assertThat(read().cut()).isEmpty();
    }

    @Test
    void aZoneBelowThatIsNotReferredToLeadsNowhere() throws Exception {
        message.getHeader().unsetFlag(Flags.AA);
        with(Section.AUTHORITY, HOST, "SOA", "ns.example.com. hostmaster.example.com. 1 3600 600 86400 60");

        assertThat(read().cut()).isEmpty();
    }

    @Test
    void aZoneHasSixteenServersAtMostEachOnceAndSorted() throws Exception {
        for (int i = 17; i >= 1; i--) {
            with("example.com.", "NS", "ns" + (10 + i) + ".example.net.");
        }
        with("example.com.", "NS", "ns11.example.net.").with("example.net.", "NS", "a.example.net.");

        assertThat(AnswerReader.servers(message.getSection(Section.ANSWER), name("example.com.")))
                .extracting(Name::toString)
                .containsExactlyElementsOf(IntStream.rangeClosed(11, 26)
                        .mapToObj(i -> "ns" + i + ".example.net.")
                        .toList());
    }
}
