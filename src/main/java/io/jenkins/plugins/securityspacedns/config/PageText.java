package io.jenkins.plugins.securityspacedns.config;

import io.jenkins.plugins.securityspacedns.update.Phrases;
import java.time.ZoneId;
import java.util.TimeZone;
import org.jvnet.localizer.LocaleProvider;

/** Messages for whoever loads the page: in their language, and with times by their clock. */
public final class PageText {

    private PageText() {}

    /**
     * @param message a message in English
     * @return the same for whoever is logged in, with times by the clock of Jenkins
     */
    public static String of(String message) {
        return of(message, "");
    }

    /**
     * @param message a message in English
     * @param timeZone the time zone that the viewer chose, which Jenkins tells to views alone; empty for that of Jenkins
     * @return the same for whoever is logged in
     */
    public static String of(String message, String timeZone) {
        ZoneId zone = timeZone.isEmpty()
                ? ZoneId.systemDefault()
                : TimeZone.getTimeZone(timeZone).toZoneId();
        return Phrases.in(LocaleProvider.getLocale(), zone, message);
    }
}
