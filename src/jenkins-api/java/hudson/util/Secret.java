package hudson.util;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;
import java.util.regex.Pattern;

public final class Secret implements Serializable {

    public static final Pattern ENCRYPTED_VALUE_PATTERN = null;

    public static final boolean AUTO_ENCRYPT_PASSWORD_CONTROL = false;

    public static boolean BLANK_NONSECRET_PASSWORD_FIELDS_WITHOUT_ITEM_CONFIGURE;

    @NonNull
    public String getPlainText() {
        throw new RuntimeException("Stub!");
    }

    public boolean equals(Object that) {
        throw new RuntimeException("Stub!");
    }

    public int hashCode() {
        throw new RuntimeException("Stub!");
    }

    public String getEncryptedValue() {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public static Secret decrypt(@CheckForNull String data) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static Secret fromString(@CheckForNull String data) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static String toString(@CheckForNull Secret s) {
        throw new RuntimeException("Stub!");
    }

    Secret() {
        throw new RuntimeException("Stub!");
    }
}
