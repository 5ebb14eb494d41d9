package hudson.util;

public final class ClockDifference {

    public ClockDifference(long value) {
        throw new RuntimeException("Stub!");
    }
}
