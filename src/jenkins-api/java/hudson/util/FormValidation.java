package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerResponse2;

public abstract class FormValidation extends IOException implements HttpResponse {

    public final FormValidation.Kind kind;

    public static FormValidation error(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation warning(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation ok(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation ok() {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation error(String format, Object... args) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation warning(String format, Object... args) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation ok(String format, Object... args) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation error(Throwable e, String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation warning(Throwable e, String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation error(Throwable e, String format, Object... args) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation warning(Throwable e, String format, Object... args) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public static FormValidation aggregate(@NonNull Collection<FormValidation> validations) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation errorWithMarkup(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation warningWithMarkup(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation okWithMarkup(String message) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation respond(FormValidation.Kind kind, String html) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation validatePositiveInteger(String value) {
        throw new RuntimeException("Stub!");
    }

    public static FormValidation validateRequired(String value) {
        throw new RuntimeException("Stub!");
    }

    public abstract String renderHtml();

    protected void respond(StaplerResponse2 rsp, String html) throws IOException, ServletException {
        throw new RuntimeException("Stub!");
    }

    private FormValidation() {
        throw new RuntimeException("Stub!");
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR;
    }
}
