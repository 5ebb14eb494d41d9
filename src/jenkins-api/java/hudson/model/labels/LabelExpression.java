package hudson.model.labels;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.model.Label;
import hudson.util.FormValidation;
import hudson.util.VariableResolver;

public abstract class LabelExpression extends Label {

    protected LabelExpression(String name) {
        super(null);
        throw new RuntimeException("Stub!");
    }

    public String getExpression() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static AutoCompletionCandidates autoComplete(@Nullable String label) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static FormValidation validate(@Nullable String expression, @CheckForNull Item item) {
        throw new RuntimeException("Stub!");
    }

    public static class Not extends LabelExpression {

        public Not(Label base) {
            super(null);
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

    public static class Paren extends LabelExpression {

        public Paren(Label base) {
            super(null);
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

    public abstract static class Binary extends LabelExpression {

        protected Binary(Label lhs, Label rhs, LabelOperatorPrecedence precedence) {
            super(null);
            throw new RuntimeException("Stub!");
        }

        public boolean matches(VariableResolver<Boolean> resolver) {
            throw new RuntimeException("Stub!");
        }

        protected abstract boolean op(boolean a, boolean b);
    }

    public static class And extends Binary {

        public And(Label lhs, Label rhs) {
            super(null, null, null);
            throw new RuntimeException("Stub!");
        }

        protected boolean op(boolean a, boolean b) {
            throw new RuntimeException("Stub!");
        }

        public <V, P> V accept(LabelVisitor<V, P> visitor, P param) {
            throw new RuntimeException("Stub!");
        }

        public LabelOperatorPrecedence precedence() {
            throw new RuntimeException("Stub!");
        }
    }

    public static class Or extends Binary {

        public Or(Label lhs, Label rhs) {
            super(null, null, null);
            throw new RuntimeException("Stub!");
        }

        protected boolean op(boolean a, boolean b) {
            throw new RuntimeException("Stub!");
        }

        public <V, P> V accept(LabelVisitor<V, P> visitor, P param) {
            throw new RuntimeException("Stub!");
        }

        public LabelOperatorPrecedence precedence() {
            throw new RuntimeException("Stub!");
        }
    }

    public static class Iff extends Binary {

        public Iff(Label lhs, Label rhs) {
            super(null, null, null);
            throw new RuntimeException("Stub!");
        }

        protected boolean op(boolean a, boolean b) {
            throw new RuntimeException("Stub!");
        }

        public <V, P> V accept(LabelVisitor<V, P> visitor, P param) {
            throw new RuntimeException("Stub!");
        }

        public LabelOperatorPrecedence precedence() {
            throw new RuntimeException("Stub!");
        }
    }

    public static class Implies extends Binary {

        public Implies(Label lhs, Label rhs) {
            super(null, null, null);
            throw new RuntimeException("Stub!");
        }

        protected boolean op(boolean a, boolean b) {
            throw new RuntimeException("Stub!");
        }

        public <V, P> V accept(LabelVisitor<V, P> visitor, P param) {
            throw new RuntimeException("Stub!");
        }

        public LabelOperatorPrecedence precedence() {
            throw new RuntimeException("Stub!");
        }
    }
}
