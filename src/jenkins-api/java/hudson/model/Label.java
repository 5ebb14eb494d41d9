package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.labels.LabelOperatorPrecedence;
import hudson.model.labels.LabelVisitor;
import hudson.util.VariableResolver;
import java.util.Set;

public abstract class Label extends Actionable implements Comparable<Label> {

    protected Label(@NonNull String name) {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getExpression();

    public abstract boolean matches(VariableResolver<Boolean> resolver);

    public Set<Node> getNodes() {
        throw new RuntimeException("Stub!");
    }

    public abstract <V, P> V accept(LabelVisitor<V, P> visitor, P param);

    public abstract LabelOperatorPrecedence precedence();

    public int compareTo(Label that) {
        throw new RuntimeException("Stub!");
    }
}
