package io.jenkins.plugins.securityspacedns.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine.Help.Ansi;

/** Starts the command line and ends the program with its exit code. */
public final class Main {

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        // UTF-8 whatever the locale says: cron runs programs in one that knows ASCII only.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean terminal = Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
        Surroundings surroundings = new Surroundings(out, err, terminal, System::getenv, Clock.systemUTC());
        letProxiesOfTunnelsHaveThePassword();
        System.exit(SecuritySpaceDns.run(surroundings, args));
    }

    /** By default the JDK tells no password to a proxy that is asked for a tunnel; whoever gives one wants it told. */
    private static void letProxiesOfTunnelsHaveThePassword() {
        String disabled = "jdk.http.auth.tunneling.disabledSchemes";
        if (System.getProperty("https.proxyUser") != null && System.getProperty(disabled) == null) {
            System.setProperty(disabled, "");
        }
    }
}
