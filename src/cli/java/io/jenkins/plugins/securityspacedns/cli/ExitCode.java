package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.Verdict;

/** What the program says when it ends. */
final class ExitCode {

    static final int SUCCESS = 0;
    static final int FAILURE = 1;
    static final int UNSTABLE = 2;

    /** {@code EX_USAGE} of BSD's {@code sysexits.h}. */
    static final int USAGE = 64;

    /** {@code EX_SOFTWARE} of BSD's {@code sysexits.h}. */
    static final int INTERNAL = 70;

    /** {@code EX_IOERR} of BSD's {@code sysexits.h}: the result could not be written. */
    static final int OUTPUT = 74;

    /** {@code EX_TEMPFAIL} of BSD's {@code sysexits.h}: another run uses the state; later it may work. */
    static final int BUSY = 75;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case SUCCESS -> SUCCESS;
            case UNSTABLE -> UNSTABLE;
            case FAILURE -> FAILURE;
        };
    }
}
