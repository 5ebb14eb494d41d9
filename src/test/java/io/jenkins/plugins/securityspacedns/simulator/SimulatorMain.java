package io.jenkins.plugins.securityspacedns.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the simulator by hand, so that a Jenkins in another process can be tried against it. */
public final class SimulatorMain {

    private SimulatorMain() {}

    /**
     * Runs until the time is over or, if asked for, standard input ends.
     *
     * @param args see {@link SimulatorOptions#USAGE}
     * @throws InterruptedException when interrupted
     * @throws IOException when the certificate file cannot be written
     */
    public static void main(String[] args) throws InterruptedException, IOException {
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(64);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        if (options.stdinStop) {
            stopAtEndOfInput(stopped);
        }
        try (Simulator simulator = start(options, System.out)) {
            boolean asked = stopped.await(options.maxMinutes, TimeUnit.MINUTES);
            System.out.println((asked ? "stopped: " : "time is over: ") + simulator.httpEndpoint());
        }
    }

    static Simulator start(SimulatorOptions options, PrintStream out) throws IOException {
        Simulator simulator = Simulator.start(Clock.systemUTC(), options.httpPort, options.httpsPort);
        try {
            options.addAccounts(simulator);
            simulator.badauthStatus(options.badauthStatus);
            simulator.site().control(new ControlService(simulator)::answer);
            simulator.site().listener(request -> out.println(LogLine.of(request)));
            if (options.caFile.isPresent()) {
                Files.writeString(options.caFile.get(), simulator.certificateAuthorityPem());
            }
            out.println("http    " + simulator.httpEndpoint());
            out.println("https   " + simulator.httpsEndpoint());
            out.println("echo    " + simulator.httpEndpoint().resolve(EchoService.PATH + "one") + "  "
                    + simulator.httpsEchoUri("two"));
            out.println("control " + simulator.httpEndpoint().resolve(Site.CONTROL_PATH));
            out.flush();
            return simulator;
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
    }

    private static void stopAtEndOfInput(CountDownLatch stopped) {
        Thread watcher = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } finally {
                        stopped.countDown();
                    }
                },
                "standard-input");
        watcher.setDaemon(true);
        watcher.start();
    }
}
