package io.jenkins.plugins.securityspacedns.address;

import static io.jenkins.plugins.securityspacedns.address.FakeResolver.a;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.framed;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.record;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.response;
import static io.jenkins.plugins.securityspacedns.address.FakeResolver.txt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DnsQueryTest {

    private static final long DEADLINE = 10_000;
    private static final String NAME = "myip.example";

    private static String ask(FakeResolver resolver, String nameAndQuery) throws IOException {
        try (DnsQuery query = resolver.query(nameAndQuery)) {
            return query.ask(DEADLINE);
        }
    }

    @Test
    void theQuestionIsTheOneOfTheSpecification() throws IOException {
        try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/WhoAmI.example.?class=CH;type=TXT"))) {
            byte[] question = query.question();
            assertThat(new String(question, 2, question.length - 2, StandardCharsets.ISO_8859_1))
                    .isEqualTo("\1\0\0\1\0\0\0\0\0\0\6whoami\7example\0\0\20\0\3");
        }
    }

    @Test
    void everyQuestionHasAnIdByChance() throws IOException {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/" + NAME))) {
                ids.add(new String(query.question(), 0, 2, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(ids).hasSizeGreaterThan(5);
    }

    @Test
    void anAddressRecordIsRead() throws IOException {
        try (FakeResolver resolver = FakeResolver.answering(a(8, 8, 4, 4))) {
            assertThat(ask(resolver, NAME + "?type=A")).isEqualTo("8.8.4.4");
        }
    }

    @Test
    void anIpv6AddressRecordIsRead() throws IOException {
        byte[] address = InetAddress.getByName("2606:4700::7").getAddress();
        try (FakeResolver resolver = FakeResolver.answering(record(28, 1, address))) {
            assertThat(ask(resolver, NAME + "?type=AAAA")).isEqualTo("2606:4700:0:0:0:0:0:7");
        }
    }

    @Test
    void aTextOfClassChaosIsReadWithoutItsQuotationMarks() throws IOException {
        try (FakeResolver resolver = FakeResolver.answering(txt(3, "\"8.8.", "4.4\""))) {
            assertThat(ask(resolver, "whoami.example?class=CH;type=TXT")).isEqualTo("8.8.4.4");
        }
    }

    @Test
    void anAliasInTheAnswerIsFollowed() throws IOException {
        byte[] alias = {1, 'b', 0};
        try (FakeResolver resolver = FakeResolver.answering(
                record(5, 1, alias), record(alias, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4))) {
            assertThat(ask(resolver, NAME)).isEqualTo("1.2.3.4");
        }
    }

    @Test
    void theAliasOfAnotherNameIsNot() throws IOException {
        byte[] stranger = {1, 's', 0};
        byte[] alias = {1, 'b', 0};
        try (FakeResolver resolver = FakeResolver.answering(
                record(stranger, 5, 1, alias),
                record(alias, 1, 1, (byte) 6, (byte) 6, (byte) 6, (byte) 6),
                a(8, 8, 8, 8))) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void aPointerLeadsAnywhereInALongAnswer() throws IOException {
        try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/" + NAME))) {
            byte[] filler = record(new byte[] {1, 'z', 0}, 16, 1, new byte[255]);
            byte[] alias = record(5, 1, (byte) 1, (byte) 'b', (byte) 0);
            int at = query.question().length + filler.length + alias.length - 3;
            byte[] pointer = {(byte) (0xc0 | at >> 8), (byte) at};
            byte[] address = record(pointer, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
            assertThat(query.read(response(query.question(), filler, alias, address)))
                    .isEqualTo("1.2.3.4");
        }
    }

    @Test
    void aNameHasAtMost253CharactersInLabelsOfAtMost63() throws IOException {
        try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/" + NAME))) {
            assertThatThrownBy(() -> query.read(answerOf(query, name(63, 63, 63, 61))))
                    .hasMessage("the resolver answered with 0 different values, not one");
            for (byte[] tooLong : new byte[][] {name(63, 63, 63, 62), name(64)}) {
                assertThatThrownBy(() -> query.read(answerOf(query, tooLong)))
                        .hasMessage("the resolver's answer is malformed");
            }
        }
    }

    private static byte[] answerOf(DnsQuery query, byte[] owner) {
        return response(query.question(), record(owner, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
    }

    private static byte[] name(int... labels) {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int length : labels) {
            name.write(length);
            name.writeBytes("a".repeat(length).getBytes(StandardCharsets.US_ASCII));
        }
        name.write(0);
        return name.toByteArray();
    }

    @Test
    void recordsOfOtherNamesTypesAndClassesDoNotCount() throws IOException {
        try (FakeResolver resolver = FakeResolver.answering(
                record(new byte[] {1, 'b', 0}, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4),
                txt(1, "1.2.3.4"),
                record(1, 3, (byte) 1, (byte) 2, (byte) 3, (byte) 4),
                a(8, 8, 8, 8))) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void theSameAddressTwiceIsOneAndTwoDifferentOnesAreRefused() throws IOException {
        try (FakeResolver same = FakeResolver.answering(a(8, 8, 8, 8), a(8, 8, 8, 8));
                FakeResolver different = FakeResolver.answering(a(8, 8, 8, 8), a(8, 8, 4, 4))) {
            assertThat(ask(same, NAME)).isEqualTo("8.8.8.8");
            assertThatThrownBy(() -> ask(different, NAME))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessage("the resolver answered with 2 different values, not one");
        }
    }

    @Test
    void anErrorOfTheResolverIsNamed() throws IOException {
        try (FakeResolver resolver = new FakeResolver(
                question -> {
                    byte[] answer = response(question);
                    answer[3] |= 5;
                    return List.of(answer);
                },
                question -> new byte[0])) {
            assertThatThrownBy(() -> ask(resolver, NAME)).hasMessage("the resolver answered REFUSED");
        }
    }

    @Test
    void anAnswerWithoutRecordsIsRefused() throws IOException {
        try (FakeResolver resolver = FakeResolver.answering()) {
            assertThatThrownBy(() -> ask(resolver, NAME)).hasMessageContaining("0 different values");
        }
    }

    @Test
    void whatIsNoAnswerToTheQuestionIsPassedOver() throws IOException {
        try (FakeResolver resolver = new FakeResolver(
                question -> {
                    byte[] otherId = response(question, a(6, 6, 6, 6));
                    otherId[0]++;
                    byte[] otherName = response(question, a(6, 6, 6, 6));
                    otherName[13]++;
                    byte[] noResponse = response(question, a(6, 6, 6, 6));
                    noResponse[2] &= 0x7f;
                    byte[] twoQuestions = response(question, a(6, 6, 6, 6));
                    twoQuestions[5] = 2;
                    return List.of(
                            otherId,
                            otherName,
                            noResponse,
                            twoQuestions,
                            new byte[0],
                            new byte[] {1, 2, 3},
                            response(question, a(8, 8, 8, 8)));
                },
                question -> new byte[0])) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void whatAnotherPortSendsIsNotHeard() throws Exception {
        CompletableFuture<Void> spoofed = new CompletableFuture<>();
        try (FakeResolver resolver = new FakeResolver(
                        question -> {
                            spoofed.join();
                            return List.of(response(question, a(8, 8, 8, 8)));
                        },
                        question -> new byte[0]);
                DnsQuery query = resolver.query(NAME)) {
            CompletableFuture<String> answer = asking(query, DEADLINE);
            SocketAddress asker = resolver.askers.take();
            int port = ((InetSocketAddress) asker).getPort();
            resolver.spoof(
                    response(resolver.questions.take(), a(6, 6, 6, 6)), new InetSocketAddress("127.0.0.1", port));
            spoofed.complete(null);
            assertThat(answer.get()).isEqualTo("8.8.8.8");
        }
    }

    @Test
    @SuppressWarnings("try") // closing it early is the point
    void theQuestionIsSentOnceMoreWhereNothingComes() throws Exception {
        try (FakeResolver resolver = FakeResolver.silent();
                DnsQuery query = resolver.query(NAME)) {
            CompletableFuture<String> answer = asking(query, 300);
            byte[] first = resolver.questions.take();
            assertThat(resolver.questions.take()).isEqualTo(first);
            query.close();
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SocketException.class);
            assertThat(resolver.questions).isEmpty();
        }
    }

    @Test
    void aTruncatedAnswerIsAskedForOverTcp() throws IOException {
        try (FakeResolver resolver =
                new FakeResolver(DnsQueryTest::truncated, question -> framed(response(question, a(8, 8, 8, 8))))) {
            assertThat(ask(resolver, NAME)).isEqualTo("8.8.8.8");
        }
    }

    @Test
    void anAnswerOverTcpIsCheckedLikeAnyOther() throws IOException {
        try (FakeResolver short_ = truncating(new byte[] {0});
                FakeResolver cut = truncating(new byte[] {0, 20, 1, 2, 3});
                FakeResolver empty = truncating(new byte[] {0, 0});
                FakeResolver garbage = truncating(framed(new byte[40]))) {
            assertThatThrownBy(() -> ask(short_, NAME)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(cut, NAME)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> ask(empty, NAME)).isInstanceOf(ProtocolException.class);
            assertThatThrownBy(() -> ask(garbage, NAME))
                    .hasMessage("the resolver answered another question than the one asked");
        }
    }

    private static FakeResolver truncating(byte[] overTcp) throws IOException {
        return new FakeResolver(DnsQueryTest::truncated, question -> overTcp);
    }

    private static List<byte[]> truncated(byte[] question) {
        byte[] truncated = response(question);
        truncated[2] |= 2;
        return List.of(truncated);
    }

    @Test
    @SuppressWarnings("try") // closing it early is the point
    void closingEndsItWhereverItWaits() throws Exception {
        try (FakeResolver resolver = FakeResolver.silent();
                DnsQuery query = resolver.query(NAME)) {
            CompletableFuture<String> answer = asking(query, DEADLINE);
            resolver.questions.take();
            query.close();
            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SocketException.class);
            assertThatThrownBy(() -> query.ask(DEADLINE)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    @SuppressWarnings("try") // closing it early is the point
    void closingEndsItWhereItWaitsForAnAnswerOverTcp() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<byte[]> never = new CompletableFuture<>();
        try (FakeResolver resolver = new FakeResolver(DnsQueryTest::truncated, question -> {
                    asked.complete(null);
                    return never.join();
                });
                DnsQuery query = resolver.query(NAME)) {
            CompletableFuture<String> answer = asking(query, DEADLINE);
            asked.join();
            query.close();
            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        } finally {
            never.complete(new byte[0]);
        }
    }

    private static CompletableFuture<String> asking(DnsQuery query, long deadline) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return query.ask(deadline);
            } catch (IOException e) {
                throw new java.util.concurrent.CompletionException(e);
            }
        });
    }

    @Test
    void namesThatNeverEndAndLengthsThatLeadAstrayAreRefused() throws IOException {
        try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/" + NAME))) {
            int end = query.question().length;
            for (byte[] owner : new byte[][] {
                {(byte) 0xc0, (byte) end},
                {(byte) 0xc0, (byte) (end + 2)},
                {1, 'a', (byte) 0xc0, (byte) end},
                {(byte) 0xff, (byte) 0xff},
                {(byte) 0x80, 0},
                {63, 'a'}
            }) {
                byte[] answer = response(query.question(), record(owner, 1, 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
                assertThatThrownBy(() -> query.read(answer))
                        .isInstanceOf(ProtocolException.class)
                        .hasMessage("the resolver's answer is malformed");
            }
            byte[] tooManyRecords = response(query.question(), a(8, 8, 8, 8));
            tooManyRecords[6] = (byte) 0xff;
            byte[] threeOctets = response(query.question(), record(1, 1, (byte) 1, (byte) 2, (byte) 3));
            byte[] lengthBeyond = response(query.question(), a(8, 8, 8, 8));
            lengthBeyond[lengthBeyond.length - 6] = (byte) 0xff;
            for (byte[] answer : new byte[][] {tooManyRecords, threeOctets, lengthBeyond}) {
                assertThatThrownBy(() -> query.read(answer)).hasMessage("the resolver's answer is malformed");
            }
        }
    }

    @Test
    void noMessageMakesTheDecoderThrowAnythingElse() throws IOException {
        Random random = new Random(20_240_607);
        Set<String> messages = new HashSet<>();
        try (DnsQuery query = new DnsQuery(URI.create("dns://192.0.2.1/" + NAME + "?type=TXT"))) {
            byte[] good = response(
                    query.question(),
                    txt(1, "8.8.8.8"),
                    record(new byte[] {1, 'a', (byte) 0xc0, 12}, 16, 1, (byte) 1, (byte) 'x'),
                    record(5, 1, (byte) 1, (byte) 'b', (byte) 0xc0, (byte) 17));
            int header = query.question().length;
            for (int i = 0; i < 100_000; i++) {
                byte[] message = java.util.Arrays.copyOf(good, header + random.nextInt(good.length * 2 - header));
                int changes = random.nextInt(8);
                for (int change = 0; change < changes; change++) {
                    boolean anywhere = random.nextInt(8) == 0;
                    int at = anywhere || message.length == header
                            ? random.nextInt(message.length)
                            : header + random.nextInt(message.length - header);
                    message[at] = (byte) random.nextInt();
                }
                message[7] = (byte) random.nextInt(5);
                try {
                    messages.add(query.read(message).isEmpty() ? "empty" : "value");
                } catch (ProtocolException e) {
                    messages.add(e.getMessage());
                }
                byte[] noise = new byte[random.nextInt(80)];
                random.nextBytes(noise);
                assertThatThrownBy(() -> query.read(noise)).isInstanceOf(ProtocolException.class);
            }
        }
        assertThat(messages)
                .contains(
                        "value",
                        "the resolver's answer is malformed",
                        "the resolver answered another question than the one asked",
                        "the resolver answered with 0 different values, not one");
    }
}
