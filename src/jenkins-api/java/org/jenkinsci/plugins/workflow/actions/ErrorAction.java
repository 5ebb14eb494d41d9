package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;

public class ErrorAction implements PersistentAction {

    public ErrorAction(@NonNull Throwable error) {
        throw new RuntimeException("Stub!");
    }

    @NonNull
    public Throwable getError() {
        throw new RuntimeException("Stub!");
    }

    public String getIconFileName() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlName() {
        throw new RuntimeException("Stub!");
    }
}
