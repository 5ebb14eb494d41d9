package io.jenkins.plugins.securityspacedns.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A SecuritySpace user name and password. Its text never shows the password.
 *
 * @param username the user name; RFC 7617, section 2, allows neither a colon nor control characters
 * @param password the password, without control characters; a secret
 */
public record Account(String username, String password) {

    /** What nobody sees in a user name that was pasted. */
    private static final Pattern PASTED = Pattern.compile("^\\s|\\s$|\\p{Cf}", Pattern.UNICODE_CHARACTER_CLASS);

    /** @throws InvalidInputException if the user name or the password cannot be sent */
    public Account {
        if (username.isEmpty()) {
            throw new InvalidInputException("The user name is empty. Give the user name of a SecuritySpace account.");
        }
        if (username.indexOf(':') >= 0) {
            throw new InvalidInputException("The user name \"" + Printable.excerpt(username)
                    + "\" contains a colon, which HTTP Basic authentication cannot send (RFC 7617)."
                    + " Give the user name alone.");
        }
        if (hasControl(username)) {
            throw new InvalidInputException("The user name \"" + Printable.excerpt(username)
                    + "\" contains a control character. Give the user name as SecuritySpace knows it.");
        }
        if (PASTED.matcher(username).find()) {
            throw new InvalidInputException("The user name \"" + Printable.excerpt(username)
                    + "\" has a space around it, or an invisible character in it. Remove it.");
        }
        if (password.isEmpty()) {
            throw new InvalidInputException("The password of \"" + Printable.excerpt(username) + "\" is empty."
                    + " Give the password of this SecuritySpace account.");
        }
        if (hasControl(password)) {
            throw new InvalidInputException("The password of \"" + Printable.excerpt(username)
                    + "\" contains a control character, such as a line end. Give the password alone.");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** {@return the value of the {@code Authorization} header for these credentials (RFC 7617, UTF-8); a secret} */
    public String authorization() {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** {@return the user name alone} */
    @Override
    public String toString() {
        return username;
    }
}
