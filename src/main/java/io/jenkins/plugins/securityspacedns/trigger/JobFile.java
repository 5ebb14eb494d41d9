package io.jenkins.plugins.securityspacedns.trigger;

import hudson.model.Job;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * A text file in the folder of a job, which goes where the job goes. Jenkins copies a job without it. It never makes the
 * folder of a job that is gone. Its lines are fields with a tab between them, which no text in them has.
 *
 * @param path where it is
 */
record JobFile(Path path) {

    private static final Logger LOGGER = Logger.getLogger(JobFile.class.getName());
    private static final String SEPARATOR = "\t";

    static JobFile of(Job<?, ?> job, String name) {
        return new JobFile(job.getRootDir().toPath().resolve(name));
    }

    /** {@return the fields of its lines, or nothing if there is no such file} */
    Optional<List<List<String>>> lines() throws IOException {
        try {
            // Bytes that are no UTF-8 come from somebody else, and do not keep the rest from being read.
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return Optional.of(
                    text.lines().map(line -> List.of(line.split(SEPARATOR, -1))).toList());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** {@return a line of these fields} */
    static String line(List<String> fields) {
        return fields.stream().map(Printable::line).collect(Collectors.joining(SEPARATOR));
    }

    /** Puts a new version in the place of the file, which is whole at any moment, unless the job is gone. */
    void replace(List<List<String>> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.write(fresh, lines.stream().map(JobFile::line).toList(), StandardCharsets.UTF_8);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            LOGGER.log(Level.FINE, "The job is gone, and its folder with it: {0}", path);
        }
    }
}
