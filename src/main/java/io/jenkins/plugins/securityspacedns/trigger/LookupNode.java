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
 * Where the public address is looked for.
 *
 * @param name what it is called, for people
 * @param computer the agent, or null for the controller
 * @param problem why it cannot be asked; empty if it can
 */
record LookupNode(String name, @CheckForNull Computer computer, String problem) {

    private static final String CONTROLLER = "the controller";

    /**
     * Chooses a place: the node whose address it was, or with a label one of its nodes that is online. That node is taken
     * before others, so that the choice does not change from one look to the next.
     *
     * @param node the name of the node whose address it was, empty for the built-in one
     * @param label a label expression, or empty
     */
    static LookupNode choose(String node, String label) {
        return label.isEmpty() ? ofNode(node) : ofLabel(node, label);
    }

    private static LookupNode ofNode(String node) {
        if (node.isEmpty()) {
            return new LookupNode(CONTROLLER, null, "");
        }
        Computer computer = Jenkins.get().getComputer(node);
        if (computer == null) {
            return new LookupNode(
                    node,
                    null,
                    "There is no agent \"" + node + "\" any more, on which the last update ran. Run the job by hand,"
                            + " or give the trigger a label.");
        }
        return new LookupNode(node, computer, computer.isOffline() ? "The agent \"" + node + "\" is offline." : "");
    }

    private static LookupNode ofLabel(String node, String label) {
        Label nodes = Jenkins.get().getLabel(label);
        List<String> names = nodes == null
                ? List.of()
                : nodes.getNodes().stream().map(Node::getNodeName).toList();
        Optional<LookupNode> online = names.stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(node))
                        .thenComparing(Comparator.naturalOrder()))
                .map(LookupNode::ofNode)
                .filter(place -> place.problem().isEmpty())
                .findFirst();
        String name = Printable.excerpt(label);
        return online.orElseGet(() -> new LookupNode(name, null, "No agent of the label \"" + name + "\" is online."));
    }
}
