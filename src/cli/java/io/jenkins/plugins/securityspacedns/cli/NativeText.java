package io.jenkins.plugins.securityspacedns.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Tells whether text from outside reached this program whole. The JVM decodes arguments and environment variables in the
 * character set of the locale, whatever they are written in. In the POSIX locale, which cron and containers have, that
 * is ASCII.
 */
final class NativeText {

    /** Java 17 decodes environment variables by {@code file.encoding}; since Java 18 they are decoded as arguments are. */
    private static final int ENVIRONMENT_AS_ARGUMENTS = 18;

    private static final char REPLACEMENT = '\ufffd';

    private NativeText() {}

    /** {@return the character set of arguments} */
    static Charset ofArguments() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", System.getProperty("native.encoding")));
    }

    /** {@return the character set of environment variables} */
    static Charset ofEnvironment() {
        return Runtime.version().feature() < ENVIRONMENT_AS_ARGUMENTS ? Charset.defaultCharset() : ofArguments();
    }

    /**
     * @param text what the JVM decoded
     * @param charset the character set in which it did
     * @return whether characters are missing, or are most likely UTF-8 that was read as something else
     */
    static boolean isDamaged(String text, Charset charset) {
        boolean whole = text.indexOf(REPLACEMENT) < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return !whole || !charset.equals(StandardCharsets.UTF_8) && isMisreadUtf8(text, charset);
    }

    private static boolean isMisreadUtf8(String text, Charset charset) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return false;
        }
        byte[] bytes = text.getBytes(charset);
        if (!new String(bytes, charset).equals(text)) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
