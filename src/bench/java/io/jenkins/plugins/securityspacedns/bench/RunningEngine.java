package io.jenkins.plugins.securityspacedns.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engine in a JVM that runs already, as it does in Jenkins; the JVM is one of its own, so that nothing else is in it. */
final class RunningEngine implements Contestant, AutoCloseable {

    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    RunningEngine() throws IOException {
        process = new ProcessBuilder(
                        Programs.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "our engine, JVM running";
    }

    @Override
    public Optional<String> whyNot(Task task) {
        return Optional.empty();
    }

    @Override
    public Session prepare(Task task, URI endpoint, Path folder) throws IOException {
        Path names = folder.resolve("hosts");
        Files.writeString(names, String.join(",", task.names()));
        return () -> {
            List<String> numbers =
                    ask("update", endpoint.toString(), folder.resolve("ledger").toString(), names.toString());
            return new Effort(
                    Long.parseLong(numbers.get(0)), Long.parseLong(numbers.get(1)), Long.parseLong(numbers.get(2)));
        };
    }

    /** Asks {@link EngineProcess} for something; what it answers. */
    List<String> ask(String... words) throws IOException {
        questions.println(String.join(" ", words));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the engine's JVM ended");
        }
        return List.of(answer.split(" "));
    }

    @Override
    public void close() {
        questions.close(); // it ends with its input
    }
}
