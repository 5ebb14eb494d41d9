package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;

public class WarningAction implements PersistentAction {

    public WarningAction(@NonNull Result result) {
        throw new RuntimeException("Stub!");
    }

    public WarningAction withMessage(String message) {
        throw new RuntimeException("Stub!");
    }

    @CheckForNull
    public String getMessage() {
        throw new RuntimeException("Stub!");
    }

    public String getDisplayName() {
        throw new RuntimeException("Stub!");
    }

    public String getIconFileName() {
        throw new RuntimeException("Stub!");
    }

    public String getUrlName() {
        throw new RuntimeException("Stub!");
    }
}
