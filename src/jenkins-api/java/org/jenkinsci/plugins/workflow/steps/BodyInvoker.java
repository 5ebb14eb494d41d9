package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

public abstract class BodyInvoker {

    public BodyInvoker() {
        throw new RuntimeException("Stub!");
    }

    public abstract BodyInvoker withContext(Object value);

    public abstract BodyInvoker withDisplayName(@NonNull String value);

    public abstract BodyInvoker withCallback(BodyExecutionCallback bodyExecutionCallback);

    public abstract BodyExecution start();
}
