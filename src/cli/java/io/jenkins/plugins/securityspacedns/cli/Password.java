package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Reads the password. It comes from the environment or a file, because every user of a machine can read options. */
final class Password {

    static final String VARIABLE = "SECURITYSPACE_PASSWORD";
    static final String FILE_VARIABLE = "SECURITYSPACE_PASSWORD_FILE";

    private static final int MOST_BYTES = 4096;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Password() {}

    /**
     * @param environment tells the value of an environment variable, or null
     * @return the password: the content of the file that {@link #FILE_VARIABLE} names, else the value of
     *     {@link #VARIABLE}
     * @throws InvalidInputException if there is none, or none that can be trusted
     */
    static String read(UnaryOperator<String> environment) {
        String file = environment.apply(FILE_VARIABLE);
        if (file != null && !file.isEmpty()) {
            refuseDamaged(file, "The path in " + FILE_VARIABLE, "");
            return ofFile(file);
        }
        String password = environment.apply(VARIABLE);
        if (password == null || password.isEmpty()) {
            throw new InvalidInputException("The password is missing. Set the environment variable " + VARIABLE
                    + " to it, or " + FILE_VARIABLE + " to the path of a file that holds it.");
        }
        refuseDamaged(
                password,
                "The password in " + VARIABLE,
                ", or set " + FILE_VARIABLE + " to the path of a file that holds the password in UTF-8");
        return password;
    }

    private static void refuseDamaged(String value, String what, String orElse) {
        if (NativeText.isDamaged(value, NativeText.ofEnvironment())) {
            throw new InvalidInputException(what
                    + " has characters that were lost, because this run reads variables in "
                    + NativeText.ofEnvironment() + ". Set LC_ALL to a UTF-8 locale such as C.UTF-8" + orElse + ".");
        }
    }

    private static String ofFile(String file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw refused(file, "does not exist");
        } catch (AccessDeniedException e) {
            throw refused(file, "may not be read by this user");
        } catch (IOException | InvalidPathException e) {
            throw refused(file, "cannot be read: " + Printable.excerpt(String.valueOf(e.getMessage())));
        }
        if (bytes.length > MOST_BYTES) {
            throw refused(file, "has more than " + MOST_BYTES + " bytes, so it is no password alone");
        }
        String password = decoded(file, bytes);
        if (password.isEmpty()) {
            throw refused(file, "is empty");
        }
        return password;
    }

    private static String decoded(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            return content.replaceFirst("\r?\n\\z", "");
        } catch (CharacterCodingException e) {
            throw refused(file, "is not in UTF-8");
        }
    }

    private static InvalidInputException refused(String file, String why) {
        return new InvalidInputException("The password file \"" + Printable.excerpt(file) + "\", which " + FILE_VARIABLE
                + " names, " + why + ". Give the path of a file that holds the password alone, in UTF-8.");
    }
}
