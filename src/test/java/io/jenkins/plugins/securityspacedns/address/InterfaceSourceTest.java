package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterfaceSourceTest {

    private static DetectionPlan plan(Family family) {
        return DetectionChecks.plan(List.of("interface:"), 1, family, Duration.ofSeconds(10), "test/1", null);
    }

    @ParameterizedTest
    @EnumSource
    void thePublicAddressesOfTheMachineAreAllThatCount(Family family) throws Exception {
        DetectionPlan plan = plan(family);
        List<InetAddress> wanted = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(plan::isWanted)
                .distinct()
                .toList();
        if (wanted.size() == 1) {
            assertThat(InterfaceSource.ask("", plan))
                    .isEqualTo(wanted.get(0).getHostAddress().replaceFirst("%.*", ""));
        } else {
            assertThatThrownBy(() -> InterfaceSource.ask("", plan))
                    .hasMessageStartingWith(
                            wanted.isEmpty() ? "the machine has no public " : "the machine has several public ")
                    .hasMessageContaining(family.displayName());
        }
    }

    @Test
    void anInterfaceIsChosenByItsName() throws Exception {
        String loopback = NetworkInterface.networkInterfaces()
                .filter(each -> each.inetAddresses().anyMatch(InetAddress::isLoopbackAddress))
                .findFirst()
                .orElseThrow()
                .getName();
        assertThatThrownBy(() -> InterfaceSource.ask(loopback, plan(Family.IPV4)))
                .hasMessage("the interface has no public IPv4 address");
        assertThatThrownBy(() -> InterfaceSource.ask("nowhere0", plan(Family.IPV4)))
                .hasMessage("the machine has no interface of this name");
    }
}
