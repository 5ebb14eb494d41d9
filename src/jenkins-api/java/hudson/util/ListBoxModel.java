package hudson.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;
import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;

public class ListBoxModel extends ArrayList<ListBoxModel.Option> implements HttpResponse {

    public ListBoxModel(int initialCapacity) {
        throw new RuntimeException("Stub!");
    }

    public ListBoxModel() {
        throw new RuntimeException("Stub!");
    }

    public ListBoxModel(Collection<ListBoxModel.Option> c) {
        throw new RuntimeException("Stub!");
    }

    public ListBoxModel(ListBoxModel.Option... data) {
        throw new RuntimeException("Stub!");
    }

    public void add(@NonNull String displayName, @NonNull String value) {
        throw new RuntimeException("Stub!");
    }

    public void add(ModelObject usedForDisplayName, @NonNull String value) {
        throw new RuntimeException("Stub!");
    }

    public ListBoxModel add(@NonNull String nameAndValue) {
        throw new RuntimeException("Stub!");
    }

    public static final class Option {

        @NonNull
        public String name;

        @NonNull
        public String value;

        public Option(@NonNull String name, @NonNull String value) {
            throw new RuntimeException("Stub!");
        }

        public Option(@NonNull String name) {
            throw new RuntimeException("Stub!");
        }

        public Option(@NonNull String name, @NonNull String value, boolean selected) {
            throw new RuntimeException("Stub!");
        }
    }
}
