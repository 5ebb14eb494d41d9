package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.ledger.Decision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in a sentence why the guard did not let a host through. */
public final class HoldMessages {

    static final String AFTER_UNREACHABLE =
            "Not sent: the request before it in this update got no answer. Try again later.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HoldMessages() {}

    static String of(Decision.Current current) {
        return "Not sent: the server confirmed the address "
                + current.confirmation().address() + " at "
                + time(current.confirmation().at()) + "."
                + current.due()
                        .map(due -> " It is sent again after " + time(due) + " to keep it alive.")
                        .orElse("");
    }

    /** What is said of an answer that another update was given. */
    static String shared(String message) {
        return message
                + " This is the answer to another update that wanted the same meanwhile; nothing was sent for this one.";
    }

    /** What is said of a failure after which a host is held back. */
    static String withNextTry(String message, Instant until) {
        return message + " Next try after " + time(until) + ".";
    }

    static String of(Decision.Held held) {
        return "Not sent: " + why(held);
    }

    /**
     * @param held the guard's word on a host that is held back
     * @return why, and what to do
     */
    public static String why(Decision.Held held) {
        String since = time(held.since());
        return switch (held.cause()) {
            case BLOCKED ->
                "SecuritySpace blocked updates of this account at " + since
                        + ". Ask SecuritySpace to remove the block, then resume the account.";
            case BADAUTH -> "SecuritySpace refused this password at " + since + ". Correct the credentials to go on.";
            case NOHOST ->
                "SecuritySpace knew no host of this request at " + since
                        + ". Correct the host names, or force the update.";
            default ->
                held.cause() + " at " + since + ", next try after "
                        + held.until().map(HoldMessages::time).orElse("a while") + ".";
        };
    }

    /**
     * @param instant a time
     * @return the time in UTC, to the second, as people read it
     */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
