package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A decision of the trigger, as it is in the log, on the page of the job and in the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class LoggedDecision {

    private static final String START = "start";
    private static final String STAY = "stay";
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 4;

    private final Instant at;
    private final boolean started;
    private final String reason;
    private final String message;
    private final List<String> details;

    private LoggedDecision(Instant at, boolean started, String reason, String message, List<String> details) {
        this.at = at;
        this.started = started;
        this.reason = reason;
        this.message = message;
        this.details = List.copyOf(details);
    }

    static LoggedDecision of(Instant at, TriggerDecision decision, List<String> details) {
        return new LoggedDecision(
                at,
                decision.reason().starts(),
                decision.reason().word(),
                decision.message(),
                details.stream().map(Printable::line).toList());
    }

    /** {@return the line of the log: fields with a tab between them, which no text in them has} */
    String line() {
        return Stream.concat(Stream.of(at.toString(), started ? START : STAY, reason, message), details.stream())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** {@return what a line says, or nothing if it is not of this form} */
    static Optional<LoggedDecision> parse(String line) {
        List<String> fields = Arrays.asList(line.split(SEPARATOR, -1));
        if (fields.size() < FIELDS
                || !fields.get(1).equals(START) && !fields.get(1).equals(STAY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoggedDecision(
                    Instant.parse(fields.get(0)),
                    fields.get(1).equals(START),
                    fields.get(2),
                    fields.get(3),
                    fields.subList(FIELDS, fields.size())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return when it was made, such as {@code 2026-03-01 12:00:00 UTC}} */
    @Exported
    public String getTime() {
        return HoldMessages.time(at);
    }

    /** {@return when it was made} */
    public Date getDate() {
        return Date.from(at);
    }

    /** {@return whether a build was started} */
    @Exported
    public boolean isStarted() {
        return started;
    }

    /** {@return why, as a word such as {@code address-changed}} */
    @Exported
    public String getReason() {
        return reason;
    }

    /** {@return why, as a sentence} */
    @Exported
    public String getMessage() {
        return message;
    }

    /** {@return what led to it, if that is more than the sentence says} */
    public List<String> getDetails() {
        return details;
    }
}
