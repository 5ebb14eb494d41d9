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

    /**
     * @param name the name of a network interface, or an empty text for all that are up
     * @param plan tells which addresses are wanted
     * @return the one public address of the family
     * @throws ProtocolException if there is none, or are several
     * @throws SocketException if the operating system tells nothing
     */
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
