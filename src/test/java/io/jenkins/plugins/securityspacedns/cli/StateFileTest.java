package io.jenkins.plugins.securityspacedns.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What can be a state file. */
class StateFileTest {

    @TempDir
    private Path folder;

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> StateFile.of(file.toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("\"" + file + "\" " + why);
    }

    @Test
    void aRegularFileOrNothingInAFolderCanBe() throws Exception {
        Path there = Files.createFile(folder.resolve("there"));

        assertThat(StateFile.of(there.toString()).path()).isEqualTo(there.toRealPath());
        assertThat(StateFile.of(folder.resolve("new").toString()).path()).isEqualTo(folder.resolve("new"));
    }

    @Test
    void nothingElseCanBe() throws Exception {
        assertRefused(folder, "is a folder");
        assertRefused(folder.resolve("no-such-folder").resolve("state"), "is in no folder that exists");
        assertRefused(Files.createFile(folder.resolve("file")).resolve("state"), "is in no folder that exists");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithoutTheNameOfAClass() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> StateFile.inOwnFolder(file, "state"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be made: " + file + " is no folder. Use --state");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such file")
    void aDeviceCannotBe() throws Exception {
        assertRefused(Path.of("/dev/null"), "is a device");
        assertRefused(Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null")), "is a device");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sockets are no files there")
    void aSocketCannotBe() throws Exception {
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertRefused(socket, "is a device, a pipe or a socket");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void ofALinkTheTargetIsTheFile() throws Exception {
        Path target = Files.createFile(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));
        Path toLink = Files.createSymbolicLink(folder.resolve("to-link"), link);
        Path toNothing = Files.createSymbolicLink(folder.resolve("to-nothing"), Path.of("new"));

        assertThat(StateFile.of(toLink.toString()).path()).isEqualTo(target.toRealPath());
        assertThat(StateFile.of(toNothing.toString()).path().toAbsolutePath()).isEqualTo(folder.resolve("new"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void aLinkThatLeadsNowhereCannotBe() throws Exception {
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

        assertRefused(circle, "is a link that leads nowhere");
    }
}
