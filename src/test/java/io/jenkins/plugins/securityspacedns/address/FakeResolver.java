package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.simulator.DnsSockets;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A DNS server on loopback, over UDP and TCP on the same port, that answers what a test wants it to. */
final class FakeResolver implements AutoCloseable {

    /** The questions that came, in order. */
    final BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
    /** Where they came from. */
    final BlockingQueue<SocketAddress> askers = new LinkedBlockingQueue<>();

    private final DatagramSocket udp;
    private final ServerSocket tcp;

    /**
     * @param overUdp the datagrams that answer a question
     * @param overTcp the bytes that answer a question over TCP, its length in front
     */
    FakeResolver(Function<byte[], List<byte[]>> overUdp, Function<byte[], byte[]> overTcp) throws IOException {
        DnsSockets sockets = DnsSockets.open(InetAddress.getByName("127.0.0.1"), 0);
        udp = sockets.udp();
        tcp = sockets.tcp();
        daemon(() -> serveUdp(overUdp));
        daemon(() -> serveTcp(overTcp));
    }

    /** Answers each question with these records. */
    static FakeResolver answering(byte[]... records) throws IOException {
        return new FakeResolver(
                question -> List.of(response(question, records)), question -> framed(response(question, records)));
    }

    static FakeResolver silent() throws IOException {
        return new FakeResolver(question -> List.of(), question -> new byte[0]);
    }

    String spec(String nameAndQuery) {
        return "dns://127.0.0.1:" + tcp.getLocalPort() + "/" + nameAndQuery;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "fake resolver");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp(Function<byte[], List<byte[]>> answers) {
        try {
            while (true) {
                DatagramPacket in = new DatagramPacket(new byte[512], 512);
                udp.receive(in);
                byte[] question = Arrays.copyOf(in.getData(), in.getLength());
                questions.add(question);
                askers.add(in.getSocketAddress());
                for (byte[] answer : answers.apply(question)) {
                    udp.send(new DatagramPacket(answer, answer.length, in.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serveTcp(Function<byte[], byte[]> answers) {
        try {
            while (true) {
                try (Socket socket = tcp.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    byte[] question = new byte[in.readUnsignedShort()];
                    in.readFully(question);
                    new DataOutputStream(socket.getOutputStream()).write(answers.apply(question));
                }
            }
        } catch (IOException e) {
            close();
        }
    }

    /** The same bytes from another port than the one that was asked. */
    void spoof(byte[] answer, SocketAddress asker) throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            other.send(new DatagramPacket(answer, answer.length, asker));
        }
    }

    static byte[] response(byte[] question, byte[]... records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(question);
        for (byte[] record : records) {
            out.writeBytes(record);
        }
        byte[] message = out.toByteArray();
        message[2] = (byte) 0x81;
        message[3] = (byte) 0x80;
        message[7] = (byte) records.length;
        return message;
    }

    static byte[] framed(byte[] message) {
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        return framed;
    }

    /** A record whose owner is a pointer to the question. */
    static byte[] record(int type, int dnsClass, byte... data) {
        return record(new byte[] {(byte) 0xc0, 12}, type, dnsClass, data);
    }

    static byte[] record(byte[] owner, int type, int dnsClass, byte... data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(owner);
        out.writeBytes(new byte[] {0, (byte) type, 0, (byte) dnsClass, 0, 0, 0, 0, 0, (byte) data.length});
        out.writeBytes(data);
        return out.toByteArray();
    }

    static byte[] a(int... octets) {
        return record(1, 1, new byte[] {(byte) octets[0], (byte) octets[1], (byte) octets[2], (byte) octets[3]});
    }

    static byte[] txt(int dnsClass, String... strings) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String string : strings) {
            data.write(string.length());
            data.writeBytes(string.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        return record(16, dnsClass, data.toByteArray());
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
