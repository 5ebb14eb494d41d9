package io.jenkins.plugins.securityspacedns.protocol;

/**
 * Something a user gave cannot be used. The message says what is wrong, with which value, and what to do; it is shown
 * to the user as it is, and nothing has been sent.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, with which value, and what to do */
    public InvalidInputException(String message) {
        super(message);
    }
}
