package io.jenkins.plugins.securityspacedns.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The sockets of a name server: both on the same port. */
public record DnsSockets(DatagramSocket udp, ServerSocket tcp) {

    private static final int TRIES = 50;

    /**
     * @param address where they listen
     * @param port the port; 0 for any that is free for both
     */
    public static DnsSockets open(InetAddress address, int port) throws IOException {
        for (int i = 1; ; i++) {
            ServerSocket tcp = new ServerSocket(port, 50, address);
            try {
                return new DnsSockets(new DatagramSocket(tcp.getLocalPort(), address), tcp);
            } catch (BindException e) { // somebody else has this port for UDP
                tcp.close();
                if (port != 0 || i == TRIES) {
                    throw e;
                }
            }
        }
    }
}
