package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;

public class AutoCompletionCandidates implements HttpResponse {

    public AutoCompletionCandidates() {
        throw new RuntimeException("Stub!");
    }

    public AutoCompletionCandidates add(String v) {
        throw new RuntimeException("Stub!");
    }

    public AutoCompletionCandidates add(String... v) {
        throw new RuntimeException("Stub!");
    }

    public List<String> getValues() {
        throw new RuntimeException("Stub!");
    }

    public static <T extends Item> AutoCompletionCandidates ofJobNames(
            Class<T> type, String value, @CheckForNull Item self, ItemGroup container) {
        throw new RuntimeException("Stub!");
    }

    public static <T extends Item> AutoCompletionCandidates ofJobNames(
            Class<T> type, String value, ItemGroup container) {
        throw new RuntimeException("Stub!");
    }
}
