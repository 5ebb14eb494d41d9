package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {

    protected Descriptor(Class<? extends T> clazz) {
        throw new RuntimeException("Stub!");
    }

    protected Descriptor() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public static <T> T bindJSON(StaplerRequest2 req, Class<T> type, JSONObject src) {
        throw new RuntimeException("Stub!");
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws Descriptor.FormException {
        throw new RuntimeException("Stub!");
    }

    public void save() {
        throw new RuntimeException("Stub!");
    }

    public void load() {
        throw new RuntimeException("Stub!");
    }

    public static final class FormException extends Exception implements HttpResponse {

        public FormException(String message, String formField) {
            throw new RuntimeException("Stub!");
        }

        public FormException(String message, Throwable cause, String formField) {
            throw new RuntimeException("Stub!");
        }

        public FormException(Throwable cause, String formField) {
            throw new RuntimeException("Stub!");
        }
    }
}
