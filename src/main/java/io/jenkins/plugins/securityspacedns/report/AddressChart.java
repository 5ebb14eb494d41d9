package io.jenkins.plugins.securityspacedns.report;

import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where things go in the chart of public addresses: one lane for each address, the one of the newest period on top, and
 * time from left to right in per cent of the width, so that it fits a telephone as well as a desktop.
 */
public final class AddressChart {

    /** The height of a lane in pixels: a line of text and a bar. */
    private static final int LANE = 52;

    /** More would be a wall of bars; the table below the chart has all. */
    private static final int MOST_LANES = 8;

    private final Instant start;
    private final Instant end;
    private final int addresses;
    private final List<Lane> lanes = new ArrayList<>();

    /**
     * The lane of one address.
     *
     * @param address the address
     * @param y the distance of the lane from the top, in pixels
     * @param bars the periods in which it was in use
     * @param marks the builds that saw it
     */
    public record Lane(String address, int y, List<Bar> bars, List<Mark> marks) {}

    /**
     * A period.
     *
     * @param x where it begins, such as {@code 12.50%}
     * @param width how long it is, such as {@code 50.00%}
     * @param period what it stands for
     */
    public record Bar(String x, String width, AddressPeriod period) {}

    /**
     * A build.
     *
     * @param x when its last update ended, such as {@code 12.50%}
     * @param build its number
     * @param time when its last update ended
     * @param problem whether not all hosts were up to date
     */
    public record Mark(String x, int build, Date time, boolean problem) {}

    /**
     * @param builds builds with updates, the newest first; at least one of them saw an address
     * @param periods their periods, the one that began last first
     * @param now the time at the right edge, unless a build ended later by another clock
     */
    AddressChart(List<BuildUpdates> builds, List<AddressPeriod> periods, Instant now) {
        start = periods.stream()
                .map(period -> period.start().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        end = Stream.concat(
                        Stream.of(now),
                        periods.stream().map(period -> period.end().toInstant()))
                .max(Instant::compareTo)
                .orElseThrow();
        Map<String, List<AddressPeriod>> byAddress = new LinkedHashMap<>();
        for (AddressPeriod period : periods) {
            byAddress
                    .computeIfAbsent(period.address(), address -> new ArrayList<>())
                    .add(period);
        }
        addresses = byAddress.size();
        byAddress.entrySet().stream()
                .limit(MOST_LANES)
                .forEach(entry -> lanes.add(new Lane(
                        entry.getKey(),
                        lanes.size() * LANE,
                        entry.getValue().stream().map(this::bar).toList(),
                        marks(entry.getKey(), builds))));
    }

    private Bar bar(AddressPeriod period) {
        double from = position(period.start().toInstant());
        double to = period.current() ? 1 : position(period.end().toInstant());
        return new Bar(percent(from), percent(to - from), period);
    }

    private List<Mark> marks(String address, List<BuildUpdates> builds) {
        return builds.stream()
                .filter(build -> build.addresses().contains(address))
                .map(build -> new Mark(
                        percent(position(build.at())),
                        build.build(),
                        Date.from(build.at()),
                        build.verdict() != Verdict.SUCCESS))
                .toList();
    }

    /** From 0 to 1; everything is at the end if the chart shows one moment only. */
    private double position(Instant at) {
        long whole = Duration.between(start, end).toMillis();
        return whole == 0 ? 1 : (double) Duration.between(start, at).toMillis() / whole;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }

    /** {@return the lanes from top to bottom} */
    public List<Lane> getLanes() {
        return List.copyOf(lanes);
    }

    /** {@return the height of all lanes, in pixels} */
    public int getHeight() {
        return lanes.size() * LANE;
    }

    /** {@return how many addresses there are} */
    public int getAddresses() {
        return addresses;
    }

    /** {@return whether there are more addresses than lanes} */
    public boolean isCut() {
        return addresses > lanes.size();
    }

    /** {@return the time at the left edge} */
    public Date getStartTime() {
        return Date.from(start);
    }

    /** {@return the time at the right edge} */
    public Date getEndTime() {
        return Date.from(end);
    }
}
