package hudson.model.labels;

public enum LabelOperatorPrecedence {
    ATOM,
    NOT,
    AND,
    OR,
    IMPLIES,
    IFF;
}
