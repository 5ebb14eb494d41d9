package io.jenkins.plugins.securityspacedns.address;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ProtocolException;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The address that the machine itself has, if it is a public one. */
final class InterfaceSource {

    private InterfaceSource() {}

    /** {@return the one public address that is wanted, of an interface, or of all that are up if the name is empty} */
    static String ask(String name, DetectionPlan plan) throws ProtocolException, SocketException {
        NetworkInterface named = name.isEmpty() ? null : NetworkInterface.getByName(name);
        if (named == null && !name.isEmpty()) {
            throw new ProtocolException("the machine has no interface of this name");
        }
        Set<String> found = new LinkedHashSet<>();
        for (NetworkInterface each : (Iterable<NetworkInterface>) NetworkInterface.networkInterfaces()::iterator) {
            if (each.isUp() && (named == null || each.equals(named))) {
                each.inetAddresses().filter(plan::isWanted).forEach(address -> found.add(literal(address)));
            }
        }
        if (found.size() != 1) {
            String family = plan.isIpv6() ? "IPv6" : "IPv4";
            String owner = name.isEmpty() ? "the machine" : "the interface";
            throw new ProtocolException(
                    found.isEmpty()
                            ? owner + " has no public " + family + " address"
                            : owner + " has several public " + family + " addresses: " + String.join(", ", found));
        }
        return found.iterator().next();
    }

    /** Without the name of the interface, which the address of one interface ends with. */
    private static String literal(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
