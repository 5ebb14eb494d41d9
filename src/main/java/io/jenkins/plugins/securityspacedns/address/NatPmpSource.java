package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;

/** The address that a router has, by NAT-PMP (RFC 6886, 3.2). */
final class NatPmpSource {

    private static final int PORT = 5351;
    private static final int ANSWER = 12;
    private static final int FIRST_WAIT = 250;

    private static final String[] RESULTS = {
        "success",
        "it does not speak this version of NAT-PMP",
        "NAT-PMP is switched off in it",
        "it has no address itself",
        "it is out of resources",
        "it does not tell its address by NAT-PMP"
    };

    private NatPmpSource() {}

    /** Asks, and again after 250 ms, 500 ms and so on, until there is an answer or the deadline, in milliseconds. */
    static String ask(URI uri, long deadline) throws IOException {
        InetAddress router = InetAddress.getByName(uri.getHost());
        try (DatagramSocket socket = new DatagramSocket()) {
            // From now on only what the router sends is received.
            socket.connect(new InetSocketAddress(router, uri.getPort() < 0 ? PORT : uri.getPort()));
            DatagramPacket in = new DatagramPacket(new byte[ANSWER + 1], ANSWER + 1);
            long left = deadline;
            for (int wait = FIRST_WAIT; left > 0 && !Thread.currentThread().isInterrupted(); wait *= 2) {
                socket.send(new DatagramPacket(new byte[2], 2)); // version 0, operation 0
                socket.setSoTimeout((int) Math.min(wait, left));
                left -= wait;
                try {
                    socket.receive(in);
                    return read(java.util.Arrays.copyOf(in.getData(), in.getLength()));
                } catch (SocketTimeoutException e) {
                    // once more
                }
            }
        }
        throw new SocketTimeoutException();
    }

    /** {@return the address in an answer, which may be any bytes} */
    static String read(byte[] answer) throws ProtocolException {
        // A router that refuses may leave out the rest.
        if (answer.length < 4 || answer[0] != 0 || answer[1] != (byte) 128) {
            throw new ProtocolException("its answer is not one of NAT-PMP");
        }
        int result = (answer[2] & 0xff) << 8 | answer[3] & 0xff;
        if (result != 0 || answer.length != ANSWER) {
            throw new ProtocolException(
                    result == 0
                            ? "its answer is not one of NAT-PMP"
                            : result < RESULTS.length ? RESULTS[result] : "it answered with result code " + result);
        }
        return (answer[8] & 0xff) + "." + (answer[9] & 0xff) + "." + (answer[10] & 0xff) + "." + (answer[11] & 0xff);
    }
}
