package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program and its commands. */
@Command(
        name = "securityspace-dns",
        description = "Keeps SecuritySpace Managed DNS host names pointed at your public address.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The password is read from the environment variable SECURITYSPACE_PASSWORD.",
            "Exit code: 0 success, 1 failure, 2 unstable, 64 bad usage."
        })
final class SecuritySpaceDns implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Tells the version. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"securityspace-dns " + Product.VERSION};
        }
    }

    static int run(Surroundings surroundings, String... args) {
        PrintWriter out = new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8);
        for (String arg : args) {
            if (NativeText.isDamaged(arg, NativeText.ofArguments())) {
                return usage(err, lost(arg));
            }
        }
        return new CommandLine(new SecuritySpaceDns())
                .addSubcommand(new UpdateCommand(surroundings))
                .addSubcommand(new AddressCommand(surroundings))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.terminal() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((problem, ignored) -> usage(err, problem.getMessage()))
                .setExecutionExceptionHandler((problem, line, ignored) -> {
                    if (problem instanceof InvalidInputException) {
                        return usage(err, problem.getMessage());
                    }
                    err.println("Internal error, please report it: " + problem);
                    problem.printStackTrace(err);
                    return ExitCode.INTERNAL;
                })
                .execute(args);
    }

    private static String lost(String arg) {
        return "The argument \"" + Printable.excerpt(arg)
                + "\" has characters that were lost, because this run reads arguments in "
                + NativeText.ofArguments() + ". Set LC_ALL to a UTF-8 locale such as C.UTF-8.";
    }

    private static int usage(PrintWriter err, String message) {
        err.println(message.lines().findFirst().map(SecuritySpaceDns::printable).orElse("Bad usage."));
        return ExitCode.USAGE;
    }

    /** What the user typed comes back in some messages. */
    private static String printable(String line) {
        return line.chars().anyMatch(Character::isISOControl) ? Printable.excerpt(line) : line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "No command is given. Say update or address, or --help to learn more.");
    }
}
