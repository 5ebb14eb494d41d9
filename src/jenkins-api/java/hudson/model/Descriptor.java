package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.XmlFile;
import hudson.security.Permission;
import jenkins.model.GlobalConfigurationCategory;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.lang.Klass;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {

    public final Class<? extends T> clazz;

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

    public String getId() {
        throw new RuntimeException("Stub!");
    }

    public Class<T> getT() {
        throw new RuntimeException("Stub!");
    }

    public T newInstance(@Nullable StaplerRequest2 req, @NonNull JSONObject formData) throws Descriptor.FormException {
        throw new RuntimeException("Stub!");
    }

    public static <T> T bindJSON(StaplerRequest2 req, Class<T> type, JSONObject src) {
        throw new RuntimeException("Stub!");
    }

    public String getHelpFile() {
        throw new RuntimeException("Stub!");
    }

    public String getHelpFile(String fieldName) {
        throw new RuntimeException("Stub!");
    }

    public String getHelpFile(Klass<?> clazz, String fieldName) {
        throw new RuntimeException("Stub!");
    }

    protected void addHelpFileRedirect(
            String fieldName, Class<? extends Describable> owner, String fieldNameToRedirectTo) {
        throw new RuntimeException("Stub!");
    }

    public boolean configure(StaplerRequest2 req, JSONObject json) throws Descriptor.FormException {
        throw new RuntimeException("Stub!");
    }

    public String getGlobalConfigPage() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public GlobalConfigurationCategory getCategory() {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Permission getRequiredGlobalConfigPagePermission() {
        throw new RuntimeException("Stub!");
    }

    public void save() {
        throw new RuntimeException("Stub!");
    }

    public void load() {
        throw new RuntimeException("Stub!");
    }

    protected XmlFile getConfigFile() {
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

        public String getFormField() {
            throw new RuntimeException("Stub!");
        }
    }
}
