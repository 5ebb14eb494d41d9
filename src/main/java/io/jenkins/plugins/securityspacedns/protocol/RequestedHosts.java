package io.jenkins.plugins.securityspacedns.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The hosts of one update, as asked for and in that order. Several spellings may mean one host: it is sent once, and
 * each spelling gets its outcome.
 *
 * @param requested the hosts, at least one
 */
public record RequestedHosts(List<RequestedHost> requested) {

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    /**
     * @throws InvalidInputException if there is no host
     */
    public RequestedHosts {
        requested = List.copyOf(requested);
        if (requested.isEmpty()) {
            throw new InvalidInputException("No host name is given. Name at least one, such as www.example.com.");
        }
    }

    /**
     * Reads lists of host names.
     *
     * @param lists each one or more host names, separated by comma or white space
     * @return the hosts in the order in which they were written
     * @throws InvalidInputException if there is none, or one is not a host name
     */
    public static RequestedHosts parse(Collection<String> lists) {
        List<RequestedHost> hosts = new ArrayList<>();
        for (String list : lists) {
            for (String spelling : SEPARATORS.split(list)) {
                if (!spelling.isEmpty()) {
                    hosts.add(new RequestedHost(spelling, HostName.parse(spelling)));
                }
            }
        }
        return new RequestedHosts(hosts);
    }

    /** {@return every host once, in the order in which it was first asked for} */
    public List<HostName> distinct() {
        return requested.stream().map(RequestedHost::name).distinct().toList();
    }
}
