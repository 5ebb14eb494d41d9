package hudson.model.labels;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Label;
import hudson.model.Saveable;
import hudson.util.VariableResolver;
import java.io.IOException;

public class LabelAtom extends Label implements Saveable {

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

    public void save() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
