package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The node whose public address is looked for.
 *
 * @param agent its name, empty for the built-in node; nothing if the address was given
 * @param computer the agent, or null for the controller
 * @param problem why it cannot be asked; nothing if it can
 */
record LookupNode(Optional<String> agent, @CheckForNull Computer computer, Optional<TriggerDecision> problem) {

    /** Stands for an address that was given. */
    static final LookupNode NONE = new LookupNode(Optional.empty(), null, Optional.empty());

    /** What people call it. */
    String name() {
        return agent.map(name -> name.isEmpty() ? "the controller" : name).orElse("the job");
    }

    /**
     * Chooses the node of the last update, or with a label one of its nodes that is online. The node of the last update is
     * taken before others, so that the choice does not change from one look to the next.
     *
     * @param agent the name of the node of the last update, empty for the built-in one
     * @param label a label expression, or empty
     */
    static LookupNode choose(String agent, String label) {
        return label.isEmpty() ? ofAgent(agent) : ofLabel(agent, label);
    }

    private static LookupNode ofAgent(String agent) {
        if (agent.isEmpty()) {
            return new LookupNode(Optional.of(agent), null, Optional.empty());
        }
        Computer computer = Jenkins.get().getComputer(agent);
        if (computer == null) {
            return problem(
                    Reason.AGENT_OFFLINE,
                    "There is no agent \"" + agent + "\" any more, on which the last update ran. Run the job by hand,"
                            + " or give the trigger a label.");
        }
        return computer.isOffline()
                ? problem(Reason.AGENT_OFFLINE, "The agent \"" + agent + "\" is offline.")
                : new LookupNode(Optional.of(agent), computer, Optional.empty());
    }

    private static LookupNode ofLabel(String agent, String label) {
        Label nodes = Jenkins.get().getLabel(label);
        List<String> names = nodes == null
                ? List.of()
                : nodes.getNodes().stream().map(Node::getNodeName).toList();
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(agent))
                        .thenComparing(Comparator.naturalOrder()))
                .map(LookupNode::ofAgent)
                .filter(node -> node.problem().isEmpty())
                .findFirst()
                .orElseGet(() -> withoutAgent(label));
    }

    private static LookupNode withoutAgent(String label) {
        String name = "\"" + Printable.excerpt(label) + "\"";
        try {
            // Jenkins takes an expression that it cannot read for a label of that name.
            Label.parseExpression(label);
            return problem(Reason.AGENT_OFFLINE, "No agent of the label " + name + " is online.");
        } catch (IllegalArgumentException e) {
            return problem(
                    Reason.BROKEN_LABEL,
                    "The label expression " + name + " of the trigger cannot be read: "
                            + Printable.excerpt(String.valueOf(e.getMessage())) + ". Correct it in the job.");
        }
    }

    private static LookupNode problem(Reason reason, String message) {
        return new LookupNode(Optional.empty(), null, Optional.of(new TriggerDecision(reason, message)));
    }
}
