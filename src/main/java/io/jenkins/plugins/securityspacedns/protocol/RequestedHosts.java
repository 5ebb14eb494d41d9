package io.jenkins.plugins.securityspacedns.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts of one update, as asked for and in that order. Several spellings may mean one host: it is sent once, and
 * each spelling gets its outcome.
 *
 * @param requested the hosts, at least one
 */
public record RequestedHosts(List<RequestedHost> requested) {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s\\x1c-\\x1f\\x85\\p{Z}]+");

    /** What comes along unseen when a name is pasted, such as a zero-width space or a byte order mark. */
    private static final Pattern FORMAT_AROUND = Pattern.compile("^\\p{Cf}+|(?<!\\p{Cf})\\p{Cf}+$");

    private static final int MOST_COMPLAINTS = 5;

    /** @throws InvalidInputException if there is no host */
    public RequestedHosts {
        requested = List.copyOf(requested);
        if (requested.isEmpty()) {
            throw new InvalidInputException("No host name is given. Name at least one, such as www.example.com.");
        }
    }

    /**
     * Reads lists of host names.
     *
     * @param lists each one or more host names, separated by comma or white space, that of Unicode included
     * @return the hosts in the order in which they were written
     * @throws InvalidInputException if there is none, or some are not host names: the message names the first of them
     */
    public static RequestedHosts parse(Collection<String> lists) {
        List<RequestedHost> hosts = new ArrayList<>();
        Set<String> complaints = new LinkedHashSet<>();
        for (String list : lists) {
            for (String piece : SEPARATORS.split(list)) {
                String spelling = FORMAT_AROUND.matcher(piece).replaceAll("");
                if (!spelling.isEmpty()) {
                    try {
                        hosts.add(new RequestedHost(spelling, HostName.parse(spelling)));
                    } catch (InvalidInputException e) {
                        complaints.add(e.getMessage());
                    }
                }
            }
        }
        if (complaints.isEmpty()) {
            return new RequestedHosts(hosts);
        }
        int more = complaints.size() - MOST_COMPLAINTS;
        throw new InvalidInputException(
                complaints.stream().limit(MOST_COMPLAINTS).collect(Collectors.joining(" "))
                        + (more > 0 ? " And " + more + " more host names are wrong." : ""));
    }

    /** {@return every host once, in the order in which it was first asked for} */
    public List<HostName> distinct() {
        return requested.stream().map(RequestedHost::name).distinct().toList();
    }

    /**
     * A host as somebody asked for it.
     *
     * @param spelling what was written, without white space around it
     * @param name the host name that it means
     */
    public record RequestedHost(String spelling, HostName name) {}
}
