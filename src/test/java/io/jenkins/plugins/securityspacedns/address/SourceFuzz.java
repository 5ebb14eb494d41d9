package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.nio.charset.StandardCharsets;

/** Any text as the spec of a source: it is refused in a sentence, or can be used without a surprise. */
public final class SourceFuzz {

    private SourceFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Source source;
        try {
            source = Source.parse(new String(data, StandardCharsets.UTF_8));
        } catch (InvalidInputException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContainPattern("\\p{Cntrl}");
            return;
        }
        assertThat(source.operator()).isNotBlank();
        assertThat(source.toString()).startsWith(source.spec());
        assertThat(Source.parse(source.spec()).operator()).isEqualTo(source.operator());
    }
}
