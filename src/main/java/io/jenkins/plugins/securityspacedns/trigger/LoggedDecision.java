package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A decision of the trigger, as it stands in the log, on the page of the job and in the remote API. */
@ExportedBean(defaultVisibility = 2)
public final class LoggedDecision {

    private static final String START = "start";
    private static final String STAY = "stay";
    private static final Pattern LINE =
            Pattern.compile("(\\d\\S+ \\S+ UTC) (" + START + "|" + STAY + ") ([a-z-]+): (.*)");

    private final String time;
    private final boolean started;
    private final String reason;
    private final String message;
    private final List<String> details = new ArrayList<>();

    LoggedDecision(String time, boolean started, String reason, String message) {
        this.time = time;
        this.started = started;
        this.reason = reason;
        this.message = message;
    }

    /** Reads a line of the log. */
    static Optional<LoggedDecision> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new LoggedDecision(
                        matcher.group(1), matcher.group(2).equals(START), matcher.group(3), matcher.group(4)))
                : Optional.empty();
    }

    /** Adds what led to it, as it stands below its line. */
    void explain(String detail) {
        details.add(detail);
    }

    /** The line of the log. */
    String line() {
        return time + " " + (started ? START : STAY) + " " + reason + ": " + message + "\n";
    }

    /** {@return when it was made, such as {@code 2026-03-01 12:00:00 UTC}} */
    @Exported
    public String getTime() {
        return time;
    }

    /** {@return when it was made, or null where somebody wrote something else into the log} */
    @CheckForNull
    public Date getDate() {
        try {
            return Date.from(Instant.parse(time.replace(" UTC", "Z").replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return null;
        }
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

    /** {@return what led to it, where that is more than the sentence says} */
    public List<String> getDetails() {
        return List.copyOf(details);
    }
}
