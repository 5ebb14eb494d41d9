package io.jenkins.plugins.securityspacedns.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Which fault the next request meets: first those for the next requests, in order, then the lasting one. */
final class FaultPlan {

    private final Deque<Fault> next = new ArrayDeque<>();
    private Fault always = Fault.none();

    synchronized void next(Fault... faults) {
        next.addAll(List.of(faults));
    }

    synchronized void always(Fault fault) {
        always = fault;
    }

    synchronized void heal() {
        next.clear();
        always = Fault.none();
    }

    synchronized Fault take() {
        return next.isEmpty() ? always : next.remove();
    }
}
