package io.jenkins.plugins.securityspacedns.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One request of the SecuritySpace dynamic DNS protocol: the hosts, and the address that all of them get.
 *
 * @param hosts the hosts in order, each once, at least one
 * @param address the address
 */
public record UpdateRequest(List<HostName> hosts, IpAddress address) {

    /**
     * More hosts than this never share a request, so that the answer, one line a host, stays well within the size that
     * is read of it.
     */
    private static final int MOST_HOSTS = 1000;

    private static final String HOSTS = "hostname=";
    private static final String ADDRESS = "&myip=";

    public UpdateRequest {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a request without hosts");
        }
    }

    /**
     * Spreads hosts over as few requests as their size allows, in order.
     *
     * @param hosts the hosts, each once
     * @param address the address
     * @param mostBytes how long the {@link #parameters} of a request may get, in bytes
     * @return the requests
     */
    public static List<UpdateRequest> split(List<HostName> hosts, IpAddress address, int mostBytes) {
        int fixed = HOSTS.length() + ADDRESS.length() + address.toString().length();
        List<UpdateRequest> requests = new ArrayList<>();
        List<HostName> part = new ArrayList<>();
        int length = fixed;
        for (HostName host : hosts) {
            int more = host.ascii().length() + (part.isEmpty() ? 0 : 1);
            if (!part.isEmpty() && (length + more > mostBytes || part.size() == MOST_HOSTS)) {
                requests.add(new UpdateRequest(part, address));
                part.clear();
                length = fixed;
                more = host.ascii().length();
            }
            part.add(host);
            length += more;
        }
        if (!part.isEmpty()) {
            requests.add(new UpdateRequest(part, address));
        }
        return requests;
    }

    /** {@return the two halves of this request, in order, or this request alone if it has a single host} */
    public List<UpdateRequest> halves() {
        if (hosts.size() == 1) {
            return List.of(this);
        }
        int middle = (hosts.size() + 1) / 2;
        return List.of(
                new UpdateRequest(hosts.subList(0, middle), address),
                new UpdateRequest(hosts.subList(middle, hosts.size()), address));
    }

    /**
     * {@return the parameters exactly as they are sent, in the query of a {@code GET} or the body of a {@code POST}:
     * commas and colons stay as they are, {@code myip} comes last}
     */
    public String parameters() {
        return HOSTS + hosts.stream().map(HostName::ascii).collect(Collectors.joining(",")) + ADDRESS + address;
    }
}
