package io.jenkins.plugins.securityspacedns.address;

import java.io.Serializable;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to find the public address, as plain values that can be sent to an agent. {@link DetectionChecks} makes it and checks
 * its result; neither that class nor any of another package is needed where it runs.
 */
public final class DetectionPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** For the HTTP client; the rest of the values has accessors. */
    final String userAgent;

    /** For the HTTP client, or null for what the system properties of the JVM say. */
    final ProxySettings proxy;

    private final LinkedHashMap<String, String> operators;
    private final int agreement;
    private final boolean ipv6;
    private final long deadline;

    /** Takes values that are checked: the operator of every spec, and the deadline in milliseconds. */
    DetectionPlan(
            Map<String, String> operators,
            int agreement,
            boolean ipv6,
            long deadline,
            String userAgent,
            ProxySettings proxy) {
        this.operators = new LinkedHashMap<>(operators);
        this.agreement = agreement;
        this.ipv6 = ipv6;
        this.deadline = deadline;
        this.userAgent = userAgent;
        this.proxy = proxy;
    }

    /** {@return the specs of the sources that are asked} */
    public List<String> sources() {
        return new ArrayList<>(operators.keySet());
    }

    /** {@return how many independent sources have to name the same address} */
    public int agreement() {
        return agreement;
    }

    /** {@return whether an IPv6 address is looked for, else an IPv4 address} */
    public boolean isIpv6() {
        return ipv6;
    }

    /** {@return the deadline for the whole, in milliseconds} */
    public long deadline() {
        return deadline;
    }

    /**
     * Asks all sources at once and waits until enough of them agree, all have answered, or the deadline is there,
     * whatever hangs. Whatever still runs then is cancelled. The result is raw: see {@link DetectionResult#verified}.
     *
     * @return what was found
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public DetectionResult run() throws InterruptedException {
        return new Race(this).run();
    }

    /** Whether an address is one that this plan looks for: of its family and globally routable. */
    boolean isWanted(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ipv6 == (bytes.length == 16) && AddressRules.isGloballyRoutable(bytes);
    }

    /** The first address that enough independent sources named, or an empty text. */
    String established(List<SourceAnswer> answers) {
        for (SourceAnswer candidate : answers) {
            Set<String> agreeing = new HashSet<>();
            for (SourceAnswer answer : answers) {
                if (candidate.counted() && answer.counted() && answer.address().equals(candidate.address())) {
                    agreeing.add(operators.get(answer.source()));
                }
            }
            if (agreeing.size() >= agreement) {
                return candidate.address();
            }
        }
        return "";
    }
}
