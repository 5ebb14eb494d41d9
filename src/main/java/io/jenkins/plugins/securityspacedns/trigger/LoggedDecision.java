package io.jenkins.plugins.securityspacedns.trigger;

import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A decision of the trigger, as it is in the log, on the page of the job and in the remote API.
 *
 * @param first when it was made for the first of these times
 * @param last when it was made last
 * @param times how many times in a row it was made
 * @param event what led to the look, as a word such as {@code agent-connected}
 * @param started whether a build was started
 * @param reason why, as a word such as {@code address-changed}
 * @param message why, as a sentence
 * @param details what led to it, if that is more than the sentence says
 */
@ExportedBean(defaultVisibility = 2)
public record LoggedDecision(
        Instant first,
        Instant last,
        @Exported int times,
        @Exported String event,
        @Exported boolean started,
        @Exported String reason,
        @Exported String message,
        List<String> details) {

    private static final String START = "start";
    private static final String STAY = "stay";
    private static final int FIELDS = 7;

    static LoggedDecision of(Instant at, LookEvent event, TriggerDecision decision) {
        Reason reason = decision.reason();
        return new LoggedDecision(
                at, at, 1, event.word(), reason.starts(), reason.word(), decision.message(), decision.details());
    }

    /** {@return both as one, if the next says what this one says; a start is always one of its own} */
    Optional<LoggedDecision> foldedWith(LoggedDecision next) {
        boolean same = !started
                && !next.started
                && event.equals(next.event)
                && reason.equals(next.reason)
                && message.equals(next.message);
        return same
                ? Optional.of(new LoggedDecision(
                        first, next.last, times + next.times, event, started, reason, message, next.details))
                : Optional.empty();
    }

    /** {@return what the log keeps of it} */
    List<String> fields() {
        return Stream.concat(
                        Stream.of(
                                first.toString(),
                                last.toString(),
                                Integer.toString(times),
                                event,
                                started ? START : STAY,
                                reason,
                                message),
                        details.stream())
                .toList();
    }

    /** {@return the decision of which the log keeps this, or nothing if it is none} */
    static Optional<LoggedDecision> parse(List<String> fields) {
        if (fields.size() < FIELDS || !List.of(START, STAY).contains(fields.get(4))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoggedDecision(
                    Instant.parse(fields.get(0)),
                    Instant.parse(fields.get(1)),
                    Integer.parseInt(fields.get(2)),
                    fields.get(3),
                    fields.get(4).equals(START),
                    fields.get(5),
                    fields.get(6),
                    fields.subList(FIELDS, fields.size())));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@return when it was made last, such as {@code 2026-03-01 12:00:00 UTC}} */
    @Exported
    public String getTime() {
        return HoldMessages.time(last);
    }

    /** {@return the same for a page} */
    public Date getDate() {
        return Date.from(last);
    }

    /** {@return when it was made for the first of these times, for a page} */
    public Date getSince() {
        return Date.from(first);
    }

    /**
     * @param timeZone the time zone that the viewer chose, or empty
     * @return the sentence for whoever reads the page
     */
    public String text(String timeZone) {
        return PageText.of(message, timeZone);
    }

    /** {@return what led to it, for whoever reads the page} */
    public List<String> getDetailTexts() {
        return details.stream().map(PageText::of).toList();
    }
}
