package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user name or password beyond ASCII reaches the server whole or not at all, whatever the locale. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no sh, and its variables are UTF-16 in every locale")
class CharacterSetIT {

    /** The user name {@code müller} and the password {@code pä€ss} in UTF-8, as {@code printf} of a shell writes them. */
    private static final String USERNAME = "\"$(printf 'm\\303\\274ller')\"";

    private static final String PASSWORD = "\"$(printf 'p\\303\\244\\342\\202\\254ss')\"";

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void prepare() {
        simulator.addAccount("alice", "pä€ss", "a.example.com");
        simulator.addAccount("müller", "pä€ss", "m.example.com");
        program = new Program(folder).password(null);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Program.Finished update(String host, String... more) throws Exception {
        String[] args = {
            "update",
            "--hostnames",
            host,
            "--address",
            "203.0.113.7",
            "--endpoint",
            simulator.httpEndpoint().toString()
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return program.run(all);
    }

    private Program.Finished updateAsAlice(String locale) throws Exception {
        program.script("LC_ALL=" + locale + " SECURITYSPACE_PASSWORD=" + PASSWORD + " exec \"$@\"");
        return update("a.example.com", "--username", "alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_XX.nonsense"})
    void aPasswordThatTheLocaleCannotTellIsRefused(String locale) throws Exception {
        Program.Finished run = updateAsAlice(locale);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("SECURITYSPACE_PASSWORD has characters that were lost")
                .contains("LC_ALL")
                .contains("SECURITYSPACE_PASSWORD_FILE")
                .doesNotContain("ss\"");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aPasswordInTheCharacterSetOfTheLocaleIsSent() throws Exception {
        assertThat(updateAsAlice("C.UTF-8").exitCode()).isZero();
    }

    /** Java 17 decodes variables by {@code file.encoding}, later versions by the locale. */
    @ParameterizedTest
    @CsvSource({"C,ISO-8859-1", "C,windows-1252", "C,UTF-8", "C.UTF-8,ISO-8859-1", "C.UTF-8,US-ASCII", "C.UTF-8,EUC-JP"
    })
    void aPasswordIsNeverSentInAnotherReading(String locale, String encoding) throws Exception {
        program.jvmOption("-Dfile.encoding=" + encoding);

        Program.Finished run = updateAsAlice(locale);

        assertThat(run.exitCode()).as(run.err()).isIn(0, 64);
        assertThat(simulator.requests()).hasSize(run.exitCode() == 0 ? 1 : 0);
    }

    @Test
    void aUserNameThatTheLocaleCannotTellIsRefused() throws Exception {
        program.password("secret").script("LC_ALL=C exec \"$@\" --username " + USERNAME);

        Program.Finished run = update("m.example.com");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).hasLineCount(1).contains("m\ufffd\ufffdller").contains("LC_ALL");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aUserNameInTheCharacterSetOfTheLocaleIsSent() throws Exception {
        program.script("LC_ALL=C.UTF-8 SECURITYSPACE_PASSWORD=" + PASSWORD + " exec \"$@\" --username " + USERNAME);

        assertThat(update("m.example.com").exitCode()).isZero();
    }

    @Test
    void aPasswordFileIsUtf8WhateverTheLocale() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "pä€ss\n", StandardCharsets.UTF_8);
        program.variable("LC_ALL", "C").variable("SECURITYSPACE_PASSWORD_FILE", file.toString());

        assertThat(update("a.example.com", "--username", "alice").exitCode()).isZero();
    }
}
