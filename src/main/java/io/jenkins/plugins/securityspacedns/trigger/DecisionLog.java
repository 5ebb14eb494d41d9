package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.update.HoldMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The decisions on one job, in a text file in its folder: a line for each, and below it, indented, what led to it. The
 * file is UTF-8 and never longer than 64 KiB and one decision.
 */
final class DecisionLog {

    private static final Logger LOGGER = Logger.getLogger(DecisionLog.class.getName());
    private static final String NAME = "securityspace-dns-trigger.log";
    private static final int LONGEST = 64 * 1024;
    private static final String INDENT = "  ";

    private final Path file;

    DecisionLog(Path file) {
        this.file = file;
    }

    static DecisionLog of(Job<?, ?> job) {
        return new DecisionLog(job.getRootDir().toPath().resolve(NAME));
    }

    /** Adds a decision. Where that fails, the log of Jenkins says so: it is no cause to start no build. */
    void append(Instant at, TriggerDecision finding, List<String> details) {
        String entry = new LoggedDecision(
                                HoldMessages.time(at),
                                finding.reason().starts(),
                                finding.reason().word(),
                                finding.message())
                        .line()
                + details.stream()
                        .map(detail -> INDENT + Printable.line(detail) + "\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(
                    file, entry, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
        List<String> lines = text().lines().toList();
        int from = lines.size();
        int bytes = 0;
        for (int i = lines.size() - 1; i >= 0 && bytes <= LONGEST / 2; i--) {
            bytes += lines.get(i).getBytes(StandardCharsets.UTF_8).length + 1;
            if (!lines.get(i).startsWith(INDENT)) {
                from = i;
            }
        }
        Path shorter = file.resolveSibling(NAME + ".new");
        Files.write(shorter, lines.subList(from, lines.size()), StandardCharsets.UTF_8);
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * @return the whole log, empty if there is none
     * @throws IOException if it cannot be read
     */
    String text() throws IOException {
        try {
            // Bytes that are no UTF-8 come from somebody else, and do not keep the rest from being shown.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /**
     * @return all decisions, the latest first; what else somebody wrote into the log counts as a detail
     * @throws IOException if the log cannot be read
     */
    List<LoggedDecision> latestFirst() throws IOException {
        Deque<LoggedDecision> decisions = new ArrayDeque<>();
        text().lines().forEach(line -> {
            Optional<LoggedDecision> decision = LoggedDecision.parse(line);
            if (decision.isPresent()) {
                decisions.addFirst(decision.get());
            } else if (!decisions.isEmpty()) {
                decisions.getFirst().explain(line.strip());
            }
        });
        return List.copyOf(decisions);
    }

    /**
     * @return the last decision, if there is any
     * @throws IOException if the log cannot be read
     */
    Optional<LoggedDecision> last() throws IOException {
        List<String> lines = text().lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Optional<LoggedDecision> decision = LoggedDecision.parse(lines.get(i));
            if (decision.isPresent()) {
                return decision;
            }
        }
        return Optional.empty();
    }
}
