package io.jenkins.plugins.securityspacedns.job;

import hudson.AbortException;
import java.io.PrintWriter;

/** A failure that a build tells in its message alone. Declarative Pipelines print a stack trace of every other failure. */
final class ExpectedFailure extends AbortException {

    private static final long serialVersionUID = 1L;

    ExpectedFailure(String message) {
        super(message);
    }

    /** Jenkins asks for it to print a failure in the {@code post} section of a declarative Pipeline. */
    @Override
    public void printStackTrace(PrintWriter writer) {
        writer.println(getMessage());
    }
}
