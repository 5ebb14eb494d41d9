package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The decisions on one job, in a file in its folder, a line each. The file is UTF-8 and keeps the latest decisions, up to 64
 * KiB and one. Equal decisions in a row are one line that says how many. Other lines are skipped.
 *
 * @param file the file
 */
record DecisionLog(JobFile file) {

    private static final Logger LOGGER = Logger.getLogger(DecisionLog.class.getName());
    private static final String NAME = "securityspace-dns-trigger.log";
    private static final int LONGEST = 64 * 1024;

    static DecisionLog of(Job<?, ?> job) {
        return new DecisionLog(JobFile.of(job, NAME));
    }

    /** Adds a decision. If that fails, the log of Jenkins says so: the decision holds all the same. */
    void append(LoggedDecision decision) {
        try {
            List<List<String>> lines = new ArrayList<>(lines());
            Optional<LoggedDecision> folded = lines.isEmpty()
                    ? Optional.empty()
                    : LoggedDecision.parse(lines.get(lines.size() - 1)).flatMap(last -> last.foldedWith(decision));
            if (folded.isPresent()) {
                lines.set(lines.size() - 1, folded.get().fields());
            } else {
                lines.add(decision.fields());
            }
            file.replace(latest(lines));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A decision of the trigger could not be written: {0}", e.toString());
        }
    }

    /** All lines, or the latest of them if they are too long. */
    private static List<List<String>> latest(List<List<String>> lines) {
        int from = lines.size();
        int bytes = 0;
        while (from > 0 && bytes <= LONGEST) {
            from--;
            bytes += JobFile.line(lines.get(from)).getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return lines.subList(from, lines.size());
    }

    private List<List<String>> lines() throws IOException {
        return file.lines().orElse(List.of());
    }

    /** {@return all decisions, the latest first} */
    List<LoggedDecision> latestFirst() throws IOException {
        List<List<String>> lines = lines();
        List<LoggedDecision> decisions = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            LoggedDecision.parse(lines.get(i)).ifPresent(decisions::add);
        }
        return decisions;
    }

    /** {@return the last decision, if there is any} */
    Optional<LoggedDecision> last() throws IOException {
        return latestFirst().stream().findFirst();
    }
}
