package io.jenkins.plugins.securityspacedns.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the host of a request that a text names, in any spelling that {@link HostName#parse} takes for it. */
final class HostPositions {

    static final int NONE = -1;

    private final Map<String, Integer> positions;

    HostPositions(List<HostName> hosts) {
        positions = new HashMap<>(2 * hosts.size());
        for (int i = 0; i < hosts.size(); i++) {
            positions.put(hosts.get(i).ascii(), i);
        }
    }

    /** The position of the host in the request, or {@link #NONE}. */
    int of(String text) {
        Integer exact = positions.get(text);
        return exact == null ? positions.getOrDefault(normalized(text), NONE) : exact;
    }

    /** What parsing makes of a text; whether it is a host name at all need not be checked to find one. */
    private static String normalized(String text) {
        boolean isLowerCase = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return converted(text);
            }
            isLowerCase &= c < 'A' || c > 'Z';
        }
        String lower = isLowerCase ? text : text.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String converted(String text) {
        try {
            return HostName.parse(text).ascii();
        } catch (InvalidInputException e) {
            return "";
        }
    }
}
