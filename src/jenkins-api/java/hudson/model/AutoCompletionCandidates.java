package hudson.model;

import org.kohsuke.stapler.HttpResponse;

public class AutoCompletionCandidates implements HttpResponse {

    public AutoCompletionCandidates() {
        throw new RuntimeException("Stub!");
    }
}
