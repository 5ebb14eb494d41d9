package io.jenkins.plugins.securityspacedns.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The middle of some figures, and how far they lie apart.
 *
 * @param least the smallest
 * @param median the middle one
 * @param most the largest
 * @param count how many there are
 */
record Spread(double least, double median, double most, int count) {

    static Spread of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, Arrays.stream(sorted).max().getAsDouble(), sorted.length);
    }

    /** The median, and in parentheses what it lies between. */
    String text() {
        return count == 1 ? number(median) : number(median) + " (" + number(least) + "–" + number(most) + ")";
    }

    /** The same for figures that may be below zero, with their signs. */
    String signed() {
        return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f)", median, least, most);
    }

    /** Three significant digits are more than any of this deserves. */
    static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
