package hudson.util;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class ComboBoxModel extends ArrayList<String> implements HttpResponse {

    public ComboBoxModel(int initialCapacity) {
        throw new RuntimeException("Stub!");
    }

    public ComboBoxModel() {
        throw new RuntimeException("Stub!");
    }

    public ComboBoxModel(Collection<? extends String> c) {
        throw new RuntimeException("Stub!");
    }

    public ComboBoxModel(String... values) {
        throw new RuntimeException("Stub!");
    }

    public void generateResponse(StaplerRequest2 req, StaplerResponse2 rsp, Object node)
            throws IOException, ServletException {
        throw new RuntimeException("Stub!");
    }
}
