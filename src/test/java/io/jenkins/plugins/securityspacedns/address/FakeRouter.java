package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** What a router says over UDP, on loopback: to a search of UPnP, or to a question of NAT-PMP. */
final class FakeRouter implements AutoCloseable {

    static final String CONNECTION = "urn:schemas-upnp-org:service:WANIPConnection:1";

    /** What was asked, in order. */
    final BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();

    private final DatagramSocket socket;

    /**
     * @param answers the datagrams that answer a question
     */
    FakeRouter(Function<byte[], List<byte[]>> answers) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> serve(answers), "fake router");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers every search with these places of descriptions, a datagram each. */
    static FakeRouter at(String... locations) throws IOException {
        return new FakeRouter(search -> Arrays.stream(locations)
                .map(location -> ("HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=60\r\nST: x\r\nLocation: " + location
                                + "\r\nUSN: y\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .toList());
    }

    /** Answers every question of NAT-PMP with these bytes. */
    static FakeRouter saying(int... bytes) throws IOException {
        byte[] answer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            answer[i] = (byte) bytes[i];
        }
        return new FakeRouter(question -> List.of(answer));
    }

    static String description(String service, String controlUrl) {
        return "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device><deviceList><device>"
                + "<serviceList><service><serviceType>urn:schemas-upnp-org:service:Layer3Forwarding:1</serviceType>"
                + "<controlURL>/other</controlURL></service><service><serviceType>" + service
                + "</serviceType><controlURL>" + controlUrl
                + "</controlURL></service></serviceList></device></deviceList></device></root>";
    }

    static String answer(String address) {
        return "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<u:GetExternalIPAddressResponse xmlns:u=\"" + CONNECTION + "\"><NewExternalIPAddress>" + address
                + "</NewExternalIPAddress></u:GetExternalIPAddressResponse></s:Body></s:Envelope>";
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve(Function<byte[], List<byte[]>> answers) {
        try {
            while (true) {
                DatagramPacket in = new DatagramPacket(new byte[2048], 2048);
                socket.receive(in);
                byte[] question = Arrays.copyOf(in.getData(), in.getLength());
                questions.add(question);
                for (byte[] answer : answers.apply(question)) {
                    socket.send(new DatagramPacket(answer, answer.length, in.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
