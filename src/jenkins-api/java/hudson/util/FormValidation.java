package hudson.util;

import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

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

    public abstract String renderHtml();

    private FormValidation() {
        throw new RuntimeException("Stub!");
    }

    public enum Kind {
        OK,
        WARNING,
        ERROR;
    }
}
