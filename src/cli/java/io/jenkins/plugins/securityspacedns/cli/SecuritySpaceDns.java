package io.jenkins.plugins.securityspacedns.cli;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The program and its commands. */
@Command(
        name = "securityspace-dns",
        description = "Keeps SecuritySpace Managed DNS host names pointed at your public address.",
        mixinStandardHelpOptions = true,
        versionProvider = SecuritySpaceDns.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The password is read from the file that the environment variable SECURITYSPACE_PASSWORD_FILE names (in"
                    + " UTF-8), else from SECURITYSPACE_PASSWORD.",
            "Options, examples and exit codes: securityspace-dns COMMAND --help"
        })
final class SecuritySpaceDns implements Runnable {

    private static final List<String> PROXY_PROPERTIES =
            List.of("https.proxyUser", "https.proxyPassword", "http.proxyUser", "http.proxyPassword");

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
        Optional<String> damaged = damaged(args);
        int exitCode = damaged.isPresent()
                ? usage(err, damaged.get())
                : commands(surroundings, out, err).execute(args);
        if (surroundings.out().checkError()) {
            err.println("The result could not be written to standard output.");
            return ExitCode.OUTPUT;
        }
        return exitCode;
    }

    private static CommandLine commands(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        // One for both: Java 17 crashes when it archives the classes of two equal method references.
        ITypeConverter<Integer> wholeNumber = SecuritySpaceDns::wholeNumber;
        return new CommandLine(new SecuritySpaceDns())
                .addSubcommand(new UpdateCommand(surroundings))
                .addSubcommand(new AddressCommand(surroundings))
                .addSubcommand(new LookupCommand(surroundings))
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, wholeNumber)
                .registerConverter(Integer.class, wholeNumber)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.terminal() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(SecuritySpaceDns::onceEach)
                .setParameterExceptionHandler((problem, ignored) -> usage(err, message(problem)))
                .setExecutionExceptionHandler((problem, line, ignored) -> {
                    if (problem instanceof InvalidInputException) {
                        return usage(err, problem.getMessage());
                    }
                    if (problem instanceof StateFile.BusyException) {
                        err.println(problem.getMessage());
                        return ExitCode.BUSY;
                    }
                    err.println("Internal error, please report it: " + problem);
                    problem.printStackTrace(err);
                    return ExitCode.INTERNAL;
                });
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("\"" + text + "\" is not taken. Give a whole number, such as 2.");
        }
    }

    /** An option of a group that comes twice begins another group for picocli, which forgets the options of the first. */
    private static int onceEach(ParseResult parsed) {
        Set<OptionSpec> seen = new HashSet<>();
        for (ParseResult command = parsed; command != null; command = command.subcommand()) {
            for (OptionSpec option : command.matchedOptions()) {
                if (!seen.add(option) && !option.isMultiValue()) {
                    throw new OverwrittenOptionException(
                            command.commandSpec().commandLine(),
                            option,
                            "option '" + option.longestName() + "' should be specified only once");
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** An argument that means nothing says more than the options that are missing because of it. */
    private static String message(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        return command.getUnmatchedArguments().stream()
                .findFirst()
                .map(unknown -> "The argument \"" + Printable.excerpt(unknown) + "\" is unknown. Say "
                        + command.getCommandSpec().qualifiedName() + " --help to learn more.")
                .orElse(problem.getMessage());
    }

    /** What is wrong with text that the JVM decoded with loss, if there is any. */
    private static Optional<String> damaged(String... args) {
        Charset charset = NativeText.ofArguments();
        Stream<String> arguments = Arrays.stream(args)
                .filter(arg -> NativeText.isDamaged(arg, charset))
                .map(arg -> "The argument \"" + Printable.excerpt(arg) + "\"");
        Stream<String> properties = PROXY_PROPERTIES.stream()
                .filter(name -> NativeText.isDamaged(System.getProperty(name, ""), charset))
                .map(name -> "The system property " + name);
        return Stream.concat(arguments, properties)
                .findFirst()
                .map(what -> what + " has characters that were lost, because this run reads arguments in " + charset
                        + ". Set LC_ALL to a UTF-8 locale such as C.UTF-8.");
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
                spec.commandLine(), "No command is given. Say update, address or lookup, or --help to learn more.");
    }
}
