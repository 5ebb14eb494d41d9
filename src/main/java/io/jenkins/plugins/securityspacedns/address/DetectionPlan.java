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

    /** Whether every source is waited for even if enough agree. */
    final boolean waitingForAll;

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
            ProxySettings proxy,
            boolean waitingForAll) {
        this.operators = new LinkedHashMap<>(operators);
        this.agreement = agreement;
        this.ipv6 = ipv6;
        this.deadline = deadline;
        this.userAgent = userAgent;
        this.proxy = proxy;
        this.waitingForAll = waitingForAll;
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

    /** {@return the same plan, but it waits for every source even if enough agree: for people who try them} */
    public DetectionPlan waitingForAll() {
        return new DetectionPlan(operators, agreement, ipv6, deadline, userAgent, proxy, true);
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

    /** Whether a source is the router, of which the address is its own. */
    boolean isRouter(String source) {
        return Source.ROUTER.equals(operators.get(source));
    }

    /** Whether an address is one that this plan looks for: of its family and globally routable. */
    boolean isWanted(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ipv6 == (bytes.length == 16) && AddressRules.isGloballyRoutable(bytes);
    }

    /**
     * Whether no more answers have to be waited for. Once two addresses are named, all are waited for; before what proxies
     * are told is taken, all that are asked directly; and the router always, for it may say that no address helps.
     *
     * @param answers those that came
     * @param missing the specs of the other sources
     * @param proxied the specs of all that a proxy asks
     */
    boolean isDecided(List<SourceAnswer> answers, List<String> missing, Set<String> proxied) {
        List<SourceAnswer> counted =
                answers.stream().filter(SourceAnswer::counted).toList();
        List<SourceAnswer> direct =
                counted.stream().filter(answer -> !answer.proxied()).toList();
        boolean agreed = !established(counted).isEmpty()
                && counted.stream().map(SourceAnswer::address).distinct().count() == 1;
        boolean agreedDirectly = !established(direct).isEmpty();
        return missing.isEmpty()
                || !waitingForAll
                        && agreed
                        && (agreedDirectly || proxied.containsAll(missing))
                        && missing.stream().noneMatch(this::isRouter);
    }

    /**
     * The address that enough independent sources named, and more than named any other. Those that were asked directly
     * and those that a proxy asked never add up, and what a proxy is told never wins against what this machine is told.
     * It is an empty text if there is none.
     */
    String established(List<SourceAnswer> answers) {
        for (SourceAnswer candidate : answers) {
            if (candidate.counted() && wins(candidate, answers)) {
                return candidate.address();
            }
        }
        return "";
    }

    private boolean wins(SourceAnswer candidate, List<SourceAnswer> answers) {
        int votes = votes(candidate, answers);
        boolean wins = votes >= agreement;
        for (SourceAnswer other : answers) {
            if (other.counted() && !other.address().equals(candidate.address())) {
                wins &= votes > votes(other, answers) && (other.proxied() || !candidate.proxied());
            }
        }
        return wins;
    }

    /** How many independent sources named the same address in the same way. */
    private int votes(SourceAnswer candidate, List<SourceAnswer> answers) {
        Set<String> agreeing = new HashSet<>();
        for (SourceAnswer answer : answers) {
            if (answer.counted()
                    && answer.address().equals(candidate.address())
                    && answer.proxied() == candidate.proxied()) {
                agreeing.add(operators.get(answer.source()));
            }
        }
        return agreeing.size();
    }
}
