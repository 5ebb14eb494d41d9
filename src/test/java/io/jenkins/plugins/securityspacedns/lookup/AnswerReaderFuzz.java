package io.jenkins.plugins.securityspacedns.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.lookup.AnswerReader.Reading;
import io.jenkins.plugins.securityspacedns.lookup.Served.Answer;
import java.io.IOException;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;

/** Any bytes as the answer of a name server for www.example.com: bounded, and never an address it does not serve. */
public final class AnswerReaderFuzz {

    private static final Name ZONE = Name.fromConstantString("example.com.");
    private static final Name NAME = Name.fromConstantString("www.example.com.");
    private static final int MOST = 16;

    private AnswerReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Message message;
        try {
            message = new Message(data);
        } catch (IOException | RuntimeException e) {
            return; // the library refuses it
        }
        Reading reading = AnswerReader.read(message, ZONE, NAME);
        assertThat(reading.addresses()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(reading.aliases()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(reading.answer() == Answer.SERVES)
                .isEqualTo(!reading.addresses().isEmpty());
        reading.cut()
                .ifPresent(cut -> assertThat(NAME.subdomain(cut) && cut.subdomain(ZONE) && !cut.equals(ZONE))
                        .as(cut.toString())
                        .isTrue());
        assertThat(AnswerReader.servers(message.getSection(Section.AUTHORITY), ZONE))
                .hasSizeLessThanOrEqualTo(MOST);
    }
}
