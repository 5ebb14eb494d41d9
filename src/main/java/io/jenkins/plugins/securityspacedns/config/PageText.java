package io.jenkins.plugins.securityspacedns.config;

import hudson.model.TimeZoneProperty;
import io.jenkins.plugins.securityspacedns.update.Phrases;
import java.time.ZoneId;
import java.util.TimeZone;
import org.jvnet.localizer.LocaleProvider;

/** Messages for whoever loads the page: in their language, and with times by their clock. */
public final class PageText {

    private PageText() {}

    /**
     * @param message a message in English
     * @return the same for whoever is logged in
     */
    public static String of(String message) {
        String own = TimeZoneProperty.forCurrentUser();
        ZoneId zone =
                own == null ? ZoneId.systemDefault() : TimeZone.getTimeZone(own).toZoneId();
        return Phrases.in(LocaleProvider.getLocale(), zone, message);
    }
}
