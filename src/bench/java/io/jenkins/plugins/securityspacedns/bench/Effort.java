package io.jenkins.plugins.securityspacedns.bench;

/**
 * What a lap took.
 *
 * @param nanos wall time
 * @param peakBytes the memory that it needed at most: of a process what was resident, of a running JVM all that was
 *     allocated, garbage included; negative where that is not known
 */
record Effort(long nanos, long peakBytes) {

    /** One lap in several programs, one after the other. */
    Effort then(Effort next) {
        return new Effort(nanos + next.nanos, Math.max(peakBytes, next.peakBytes));
    }
}
