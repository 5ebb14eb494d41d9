package hudson.model.labels;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Label;
import hudson.util.VariableResolver;

public class LabelAtom extends Label {

    public LabelAtom(@NonNull String name) {
        super(null);
        throw new RuntimeException("Stub!");
    }

    public String getExpression() {
        throw new RuntimeException("Stub!");
    }

    public boolean matches(VariableResolver<Boolean> resolver) {
        throw new RuntimeException("Stub!");
    }

    public <V, P> V accept(LabelVisitor<V, P> visitor, P param) {
        throw new RuntimeException("Stub!");
    }

    public LabelOperatorPrecedence precedence() {
        throw new RuntimeException("Stub!");
    }
}
