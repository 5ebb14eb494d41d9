package io.jenkins.plugins.securityspacedns.fuzz;

import io.jenkins.plugins.securityspacedns.address.EchoFuzz;
import io.jenkins.plugins.securityspacedns.address.RouterPageFuzz;
import io.jenkins.plugins.securityspacedns.address.RouterXmlFuzz;
import io.jenkins.plugins.securityspacedns.address.SourceFuzz;
import io.jenkins.plugins.securityspacedns.ledger.LedgerTextFuzz;
import io.jenkins.plugins.securityspacedns.ledger.RetryAfterFuzz;
import io.jenkins.plugins.securityspacedns.lookup.AnswerReaderFuzz;
import io.jenkins.plugins.securityspacedns.protocol.ResponseParserFuzz;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** What is fuzzed, and the inputs that are kept for it: a line of Base64 each. */
enum Target {
    RESPONSE_PARSER(ResponseParserFuzz.class, ResponseParserFuzz::fuzzerTestOneInput),
    ECHO(EchoFuzz.class, EchoFuzz::fuzzerTestOneInput),
    NAME_SERVER_ANSWER(AnswerReaderFuzz.class, AnswerReaderFuzz::fuzzerTestOneInput),
    ROUTER_XML(RouterXmlFuzz.class, RouterXmlFuzz::fuzzerTestOneInput),
    ROUTER_PAGE(RouterPageFuzz.class, RouterPageFuzz::fuzzerTestOneInput),
    SOURCE(SourceFuzz.class, SourceFuzz::fuzzerTestOneInput),
    LEDGER_TEXT(LedgerTextFuzz.class, LedgerTextFuzz::fuzzerTestOneInput),
    RETRY_AFTER(RetryAfterFuzz.class, RetryAfterFuzz::fuzzerTestOneInput);

    final Class<?> type;
    final Consumer<byte[]> run;

    Target(Class<?> type, Consumer<byte[]> run) {
        this.type = type;
        this.run = run;
    }

    /** The name of the file in which its inputs are kept. */
    String corpus() {
        return type.getSimpleName() + ".txt";
    }

    List<byte[]> kept() {
        try (InputStream in = Target.class.getResourceAsStream(corpus())) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Base64.getDecoder()::decode)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
