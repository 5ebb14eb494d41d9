package io.jenkins.plugins.securityspacedns.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wall times of the first runs as bars on a logarithmic scale, as an SVG image. */
final class Chart {

    private static final int WIDTH = 860;
    private static final int LEFT = 180;
    private static final int BAR = 15;
    private static final double LEAST = 1;
    private static final double MOST = 200_000;
    private static final List<String> COLOURS = List.of("#b45309", "#d6a35c", "#64748b", "#60a5fa", "#1d4ed8");

    private final List<Lap> laps;
    private final StringBuilder svg = new StringBuilder();
    private int y = 46;

    Chart(List<Lap> laps) {
        this.laps = laps.stream().filter(lap -> lap.run() == Lap.Run.FIRST).toList();
    }

    String svg() {
        List<String> names =
                laps.stream().map(Lap::contestant).distinct().sorted().toList();
        for (Task task : laps.stream().map(Lap::task).distinct().toList()) {
            text(12, y + 6, "start", "bold", task.toString());
            y += 14;
            for (int i = 0; i < names.size(); i++) {
                bar(task, names.get(i), COLOURS.get(i % COLOURS.size()));
            }
            y += 16;
        }
        int height = y + 12;
        List<String> grid = new ArrayList<>();
        for (double mark = LEAST; mark <= MOST; mark *= 10) {
            grid.add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"40\" y2=\"%2$d\" stroke=\"#e2e8f0\"/>"
                            + "<text x=\"%1$.1f\" y=\"34\" text-anchor=\"middle\" fill=\"#475569\">%3$s</text>%n",
                    x(mark),
                    height - 8,
                    mark < 1000 ? Math.round(mark) + " ms" : Math.round(mark / 1000) + " s"));
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" font-family=\"system-ui, sans-serif\" font-size=\"11\" role=\"img\">\n"
                + "<title>Wall time of a first run, median, logarithmic scale</title>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + "<text x=\"12\" y=\"18\" font-size=\"13\" font-weight=\"bold\" fill=\"#0f172a\">"
                + "Wall time of a first run, median (logarithmic scale)</text>\n"
                + String.join("", grid) + svg + "</svg>\n";
    }

    private void bar(Task task, String name, String colour) {
        List<Lap> own = laps.stream()
                .filter(lap -> lap.task().equals(task) && lap.contestant().equals(name))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        boolean done = own.get(0).traffic().done() == task.hosts();
        double median = Spread.of(own.stream().mapToDouble(Lap::milliseconds)).median();
        text(LEFT - 8, y + 11, "end", "normal", name);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"%s/>%n",
                LEFT,
                y,
                Math.max(1, x(median) - LEFT),
                BAR - 3,
                colour,
                done ? "" : " fill-opacity=\"0.25\""));
        String label = Spread.number(median) + " ms" + (done ? "" : ": refused, no host done");
        text((int) Math.max(LEFT, x(median)) + 5, y + 11, "start", "normal", label);
        y += BAR;
    }

    private static double x(double milliseconds) {
        double share = Math.log(Math.max(LEAST, milliseconds) / LEAST) / Math.log(MOST / LEAST);
        return LEFT + share * (WIDTH - LEFT - 130);
    }

    private void text(int x, int top, String anchor, String weight, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"#0f172a\">%s</text>%n",
                x,
                top,
                anchor,
                weight,
                words));
    }
}
