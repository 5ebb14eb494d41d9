package io.jenkins.plugins.securityspacedns.report;

/** How pages show a verdict: a symbol with a shape and a colour of its own, and a word for those who see neither. */
public enum VerdictLook {
    /** Every host is as it should be. */
    SUCCESS("checkmark-circle", "success"),
    /** A problem that does not fail the build. */
    UNSTABLE("alert-circle", "warning"),
    /** A problem that fails the build. */
    FAILURE("close-circle", "error");

    private final String symbol;
    private final String color;

    VerdictLook(String symbol, String color) {
        this.symbol = symbol;
        this.color = color;
    }

    /** {@return the symbol, as {@code <l:icon>} takes it} */
    public String getSymbol() {
        return "symbol-" + symbol + "-outline plugin-ionicons-api";
    }

    /** {@return the style class of its colour} */
    public String getColorClass() {
        return "jenkins-!-" + color + "-color";
    }

    /** {@return the verdict in the language of the reader} */
    public String getText() {
        return switch (this) {
            case SUCCESS -> Messages.VerdictLook_success();
            case UNSTABLE -> Messages.VerdictLook_unstable();
            case FAILURE -> Messages.VerdictLook_failure();
        };
    }
}
