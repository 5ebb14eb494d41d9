package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Where state is kept between runs. */
final class StateOptions {

    private static final String FOLDER = "securityspace-dns";
    private static final String NAME = "state";

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = {
                "Keeps what was confirmed, holds and stops in this file.",
                "Default: securityspace-dns/state in $XDG_STATE_HOME, which is ~/.local/state if it is not set; on"
                        + " Windows in %%LOCALAPPDATA%%."
            })
    private String file;

    @Option(
            names = "--no-state",
            description = "Keeps nothing. For a single run only: SecuritySpace blocks accounts that send too often.")
    private boolean none;

    /**
     * @param environment tells the value of an environment variable, or null
     * @return the file, or empty if no state is to be kept
     * @throws InvalidInputException if no file can be there
     */
    Optional<StateFile> file(UnaryOperator<String> environment) {
        if (file != null && none) {
            throw new InvalidInputException("--state and --no-state exclude each other. Give one of them.");
        }
        if (none) {
            return Optional.empty();
        }
        return Optional.of(file == null ? StateFile.inOwnFolder(folder(environment), NAME) : StateFile.of(file));
    }

    private static Path folder(UnaryOperator<String> environment) {
        Optional<Path> home = absolute(System.getProperty("user.home"));
        Optional<Path> parent = File.separatorChar == '\\'
                ? absolute(environment.apply("LOCALAPPDATA")).or(() -> home)
                : absolute(environment.apply("XDG_STATE_HOME"))
                        .or(() -> absolute(environment.apply("HOME"))
                                .or(() -> home)
                                .map(folder -> folder.resolve(".local").resolve("state")));
        return parent.map(folder -> folder.resolve(FOLDER))
                .orElseThrow(
                        () -> new InvalidInputException("This user has no home folder in which state could be kept."
                                + " Use --state to name a file, or --no-state to keep none."));
    }

    /** A relative path counts as none, by the XDG Base Directory Specification. */
    private static Optional<Path> absolute(String path) {
        try {
            return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
