package io.jenkins.plugins.securityspacedns.report;

import hudson.model.Job;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The jobs that have ever updated a host. An empty file in the folder of the job says so, because Jenkins asks often, for
 * many jobs at once, and looking for an update in their builds would load these.
 */
public final class UpdatedJobs {

    private static final Logger LOGGER = Logger.getLogger(UpdatedJobs.class.getName());

    private UpdatedJobs() {}

    /** {@return whether a build of a job has ever updated a host} */
    public static boolean contains(Job<?, ?> job) {
        return Files.exists(file(job));
    }

    static void add(Job<?, ?> job) {
        if (contains(job)) {
            return;
        }
        try {
            Files.createFile(file(job));
        } catch (FileAlreadyExistsException e) {
            LOGGER.log(Level.FINE, "Another build of the job was faster.", e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The job " + job.getFullName() + " gets no page with its DNS updates.", e);
        }
    }

    private static Path file(Job<?, ?> job) {
        return job.getRootDir().toPath().resolve("securityspace-dns.updated");
    }
}
