package org.jenkinsci.plugins.workflow.steps;

public class StepExecutions {

    private StepExecutions() {
        throw new RuntimeException("Stub!");
    }
}
