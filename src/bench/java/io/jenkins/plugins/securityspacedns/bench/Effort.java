package io.jenkins.plugins.securityspacedns.bench;

/**
 * What a lap took.
 *
 * @param nanos wall time
 * @param cpuNanos the time that processors worked for it; negative where that is not known
 * @param peakBytes the memory that it needed at most: of a process what was resident, of a running JVM all that was
 *     allocated, garbage included; negative where that is not known
 */
record Effort(long nanos, long cpuNanos, long peakBytes) {

    /** One lap in several programs, one after the other. */
    Effort then(Effort next) {
        return new Effort(nanos + next.nanos, cpuNanos + next.cpuNanos, Math.max(peakBytes, next.peakBytes));
    }
}
