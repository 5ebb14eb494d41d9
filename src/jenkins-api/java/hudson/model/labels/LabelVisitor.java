package hudson.model.labels;

public abstract class LabelVisitor<V, P> {

    public LabelVisitor() {
        throw new RuntimeException("Stub!");
    }

    public abstract V onAtom(LabelAtom labelAtom, P value);

    public abstract V onParen(LabelExpression.Paren paren, P value);

    public abstract V onNot(LabelExpression.Not not, P value);

    public abstract V onAnd(LabelExpression.And and, P value);

    public abstract V onOr(LabelExpression.Or or, P value);

    public abstract V onIff(LabelExpression.Iff iff, P value);

    public abstract V onImplies(LabelExpression.Implies implies, P value);
}
