package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The decisions on one job, in a file in its folder, a line each. The file is UTF-8 and never longer than 64 KiB and one
 * decision. Lines that are not decisions, such as those of earlier versions, are skipped.
 */
final class DecisionLog {

    private static final Logger LOGGER = Logger.getLogger(DecisionLog.class.getName());
    private static final String NAME = "securityspace-dns-trigger.log";
    private static final int LONGEST = 64 * 1024;

    private final Path file;

    DecisionLog(Path file) {
        this.file = file;
    }

    static DecisionLog of(Job<?, ?> job) {
        return new DecisionLog(job.getRootDir().toPath().resolve(NAME));
    }

    /** Adds a decision. If that fails, the log of Jenkins says so: the decision holds all the same. */
    void append(LoggedDecision decision) {
        try {
            Files.writeString(
                    file,
                    decision.line() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (Files.size(file) > LONGEST) {
                dropOlderHalf();
            }
        } catch (NoSuchFileException e) {
            LOGGER.log(Level.FINE, "The job is gone, and its folder with it: {0}", file);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A decision of the trigger could not be written: {0}", e.toString());
        }
    }

    private void dropOlderHalf() throws IOException {
        List<String> lines = lines();
        int from = lines.size();
        int bytes = 0;
        while (from > 0 && bytes <= LONGEST / 2) {
            from--;
            bytes += lines.get(from).getBytes(StandardCharsets.UTF_8).length + 1;
        }
        Path shorter = file.resolveSibling(NAME + ".new");
        Files.write(shorter, lines.subList(from, lines.size()), StandardCharsets.UTF_8);
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> lines() throws IOException {
        try {
            // Bytes that are no UTF-8 come from somebody else, and do not keep the rest from being shown.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * @return all decisions, the latest first
     * @throws IOException if the log cannot be read
     */
    List<LoggedDecision> latestFirst() throws IOException {
        List<String> lines = lines();
        List<LoggedDecision> decisions = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            LoggedDecision.parse(lines.get(i)).ifPresent(decisions::add);
        }
        return decisions;
    }

    /**
     * @return the last decision, if there is any
     * @throws IOException if the log cannot be read
     */
    Optional<LoggedDecision> last() throws IOException {
        return latestFirst().stream().findFirst();
    }
}
