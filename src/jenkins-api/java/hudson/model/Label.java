package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.labels.LabelAtom;
import hudson.model.labels.LabelOperatorPrecedence;
import hudson.model.labels.LabelVisitor;
import hudson.util.VariableResolver;
import java.util.Collection;
import java.util.Set;

public abstract class Label extends Actionable implements Comparable<Label> {

    protected Label(@NonNull String name) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public final String getName() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getExpression();

    public abstract boolean matches(VariableResolver<Boolean> variableResolver);

    public final boolean matches(Collection<LabelAtom> labels) {
        throw new RuntimeException("Stub!");
    }

    public final boolean matches(Node n) {
        throw new RuntimeException("Stub!");
    }

    public Set<Node> getNodes() {
        throw new RuntimeException("Stub!");
    }

    public boolean isOffline() {
        throw new RuntimeException("Stub!");
    }

    public boolean contains(Node node) {
        throw new RuntimeException("Stub!");
    }

    public boolean isEmpty() {
        throw new RuntimeException("Stub!");
    }

    public abstract <V, P> V accept(LabelVisitor<V, P> labelVisitor, P value);

    public abstract LabelOperatorPrecedence precedence();

    public final int compareTo(Label that) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Label get(String l) {
        throw new RuntimeException("Stub!");
    }

    public static Label parseExpression(@NonNull String labelExpression) {
        throw new RuntimeException("Stub!");
    }
}
