package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.model.ModelObject;

public abstract class GlobalConfigurationCategory implements ExtensionPoint, ModelObject {

    public GlobalConfigurationCategory() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getShortDescription();

    @NonNull
    public static <T extends GlobalConfigurationCategory> T get(Class<T> type) {
        throw new RuntimeException("Stub!");
    }

    public static class Unclassified extends GlobalConfigurationCategory {

        public Unclassified() {
            throw new RuntimeException("Stub!");
        }

        public String getShortDescription() {
            throw new RuntimeException("Stub!");
        }

        public String getDisplayName() {
            throw new RuntimeException("Stub!");
        }
    }
}
