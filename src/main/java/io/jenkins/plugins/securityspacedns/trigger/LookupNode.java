package io.jenkins.plugins.securityspacedns.trigger;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.util.Comparator;
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
     * Chooses the node of the last update, or with a label one of its nodes that is online. If the node of the last update is
     * gone, the label of the job stands in. The node of the last update is taken before others, so that the choice does not
     * change from one look to the next.
     *
     * @param update an update whose address was looked for
     * @param label the label expression of the trigger, or empty
     */
    static LookupNode choose(PastUpdate update, String label) {
        String agent = update.agent().orElseThrow();
        if (!label.isEmpty()) {
            return ofLabel(agent, label).orElseGet(() -> withoutAgent(label));
        }
        boolean gone = !agent.isEmpty() && Jenkins.get().getComputer(agent) == null;
        return gone ? ofLabel(agent, update.label()).orElseGet(() -> gone(update)) : ofAgent(agent);
    }

    private static LookupNode ofAgent(String agent) {
        Computer computer = agent.isEmpty() ? null : Jenkins.get().getComputer(agent);
        return agent.isEmpty() || computer != null && computer.isOnline()
                ? new LookupNode(Optional.of(agent), computer, Optional.empty())
                : problem(Reason.AGENT_OFFLINE, "The agent \"" + agent + "\" is offline.");
    }

    private static Optional<LookupNode> ofLabel(String agent, String label) {
        Label nodes = label.isEmpty() ? null : Jenkins.get().getLabel(label);
        return nodes == null
                ? Optional.empty()
                : nodes.getNodes().stream()
                        .map(Node::getNodeName)
                        .sorted(Comparator.comparing((String name) -> !name.equals(agent))
                                .thenComparing(Comparator.naturalOrder()))
                        .map(LookupNode::ofAgent)
                        .filter(node -> node.problem().isEmpty())
                        .findFirst();
    }

    private static LookupNode gone(PastUpdate update) {
        String others = update.label().isEmpty()
                ? ". Run the job by hand, or give the trigger a label."
                : ", and no agent of the job's label \"" + Printable.excerpt(update.label()) + "\" is online.";
        return problem(
                Reason.AGENT_OFFLINE,
                "There is no agent \"" + update.agent().orElseThrow() + "\" any more, on which the last update ran"
                        + others);
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
