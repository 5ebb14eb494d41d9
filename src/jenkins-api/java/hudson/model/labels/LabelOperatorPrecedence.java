package hudson.model.labels;

public enum LabelOperatorPrecedence {
    ATOM(null),
    NOT("!"),
    AND("&&"),
    OR("||"),
    IMPLIES("->"),
    IFF("<->");

    LabelOperatorPrecedence(String str) {
        throw new RuntimeException("Stub!");
    }
}
