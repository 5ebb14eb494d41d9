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

/** A decision of the trigger, as it is in the log, on the page of the job and in the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class LoggedDecision {

    private static final String START = "start";
    private static final String STAY = "stay";
    private static final int FIELDS = 7;

    private final Instant since;
    private final Instant at;
    private final int times;
    private final List<String> words;
    private final List<String> details;

    /** @param words the event, whether a build was started, the reason and the message */
    private LoggedDecision(Instant since, Instant at, int times, List<String> words, List<String> details) {
        this.since = since;
        this.at = at;
        this.times = times;
        this.words = List.copyOf(words);
        this.details = List.copyOf(details);
    }

    static LoggedDecision of(Instant at, LookEvent event, TriggerDecision decision) {
        Reason reason = decision.reason();
        return new LoggedDecision(
                at,
                at,
                1,
                List.of(event.word(), reason.starts() ? START : STAY, reason.word(), decision.message()),
                decision.details());
    }

    /** {@return both as one, if the next says what this one says; a start is always one of its own} */
    Optional<LoggedDecision> foldedWith(LoggedDecision next) {
        return !isStarted() && words.equals(next.words)
                ? Optional.of(new LoggedDecision(since, next.at, times + next.times, words, next.details))
                : Optional.empty();
    }

    /** {@return what the log keeps of it} */
    List<String> fields() {
        return Stream.of(
                        Stream.of(since.toString(), at.toString(), Integer.toString(times)),
                        words.stream(),
                        details.stream())
                .flatMap(fields -> fields)
                .toList();
    }

    /** {@return the decision of which the log keeps this, or nothing if it is none} */
    static Optional<LoggedDecision> parse(List<String> fields) {
        if (fields.size() < FIELDS
                || !fields.get(4).equals(START) && !fields.get(4).equals(STAY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoggedDecision(
                    Instant.parse(fields.get(0)),
                    Instant.parse(fields.get(1)),
                    Integer.parseInt(fields.get(2)),
                    fields.subList(3, FIELDS),
                    fields.subList(FIELDS, fields.size())));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@return when it was made last, such as {@code 2026-03-01 12:00:00 UTC}} */
    @Exported
    public String getTime() {
        return HoldMessages.time(at);
    }

    /** {@return when it was made last} */
    public Date getDate() {
        return Date.from(at);
    }

    /** {@return how many times in a row it was made} */
    @Exported
    public int getTimes() {
        return times;
    }

    /** {@return when it was made for the first of these times} */
    public Date getSince() {
        return Date.from(since);
    }

    /** {@return what led to the look, as a word such as {@code agent-connected}} */
    @Exported
    public String getEvent() {
        return words.get(0);
    }

    /** {@return whether a build was started} */
    @Exported
    public boolean isStarted() {
        return words.get(1).equals(START);
    }

    /** {@return why, as a word such as {@code address-changed}} */
    @Exported
    public String getReason() {
        return words.get(2);
    }

    /** {@return why, as a sentence} */
    @Exported
    public String getMessage() {
        return words.get(3);
    }

    /**
     * @param timeZone the time zone that the viewer chose, or empty
     * @return the sentence for whoever reads the page
     */
    public String text(String timeZone) {
        return PageText.of(getMessage(), timeZone);
    }

    /** {@return what led to it, if that is more than the sentence says} */
    public List<String> getDetails() {
        return details;
    }

    /** {@return the same for whoever reads the page} */
    public List<String> getDetailTexts() {
        return details.stream().map(PageText::of).toList();
    }
}
