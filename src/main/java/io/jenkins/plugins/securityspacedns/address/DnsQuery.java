package io.jenkins.plugins.securityspacedns.address;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * One DNS question for an address and the reading of its answer (RFC 1035): over UDP from a port that the operating
 * system picks, sent once more if nothing comes, and over TCP if the answer is truncated. It waits until it is
 * closed.
 */
final class DnsQuery implements Closeable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STANDARD_PORT = 53;
    private static final int HEADER = 12;
    private static final int CNAME = 5;
    private static final int TXT = 16;
    private static final int LARGEST_DATAGRAM = 4096;
    private static final int LONGEST_FIRST_WAIT = 2000;
    private static final String[] RCODES = {"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"};

    private final URI uri;
    private final String name;
    private final int type;
    private final int dnsClass;
    private final byte[] question;
    private final DatagramSocket udp = new DatagramSocket();
    private final SocketChannel tcp = SocketChannel.open();

    /**
     * @param uri the question as a checked {@code dns:} URI, see {@link Source}
     * @throws IOException if no socket can be opened
     */
    DnsQuery(URI uri) throws IOException {
        this.uri = uri;
        this.name = uri.getRawPath().substring(1).replaceFirst("\\.$", "").toLowerCase(Locale.ROOT);
        String parameters = String.valueOf(uri.getRawQuery()).toUpperCase(Locale.ROOT);
        this.type = parameters.contains("TYPE=TXT") ? TXT : parameters.contains("TYPE=AAAA") ? 28 : 1;
        this.dnsClass = parameters.contains("CLASS=CH") ? 3 : 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] id = new byte[2];
        RANDOM.nextBytes(id);
        out.writeBytes(id);
        out.writeBytes(new byte[] {1, 0, 0, 1, 0, 0, 0, 0, 0, 0}); // recursion desired, one question
        for (String label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(new byte[] {0, 0, (byte) type, 0, (byte) dnsClass});
        this.question = out.toByteArray();
    }

    /** The message that is sent. */
    byte[] question() {
        return question.clone();
    }

    /**
     * Asks the resolver. A name of a resolver is looked up by the operating system, and that may hang.
     *
     * @param deadline of the whole detection, in milliseconds
     * @return the one value that the answer has: an address, or the text of a TXT record
     * @throws IOException if there is no such value, or if this is closed meanwhile
     */
    String ask(long deadline) throws IOException {
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        InetSocketAddress resolver = new InetSocketAddress(InetAddress.getByName(uri.getHost()), port);
        byte[] answer = overUdp(resolver, (int) Math.min(LONGEST_FIRST_WAIT, 1 + deadline / 3));
        boolean truncated = (answer[2] & 0x02) != 0;
        return read(truncated ? overTcp(resolver) : answer);
    }

    private byte[] overUdp(InetSocketAddress resolver, int firstWait) throws IOException {
        udp.connect(resolver); // from now on only what the resolver sends is received
        udp.send(new DatagramPacket(question, question.length));
        udp.setSoTimeout(firstWait);
        DatagramPacket in = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        while (true) {
            try {
                in.setLength(LARGEST_DATAGRAM);
                udp.receive(in);
                byte[] answer = Arrays.copyOf(in.getData(), in.getLength());
                if (isAnswer(answer)) {
                    return answer;
                }
            } catch (SocketTimeoutException e) {
                udp.send(new DatagramPacket(question, question.length));
                udp.setSoTimeout(0);
            }
        }
    }

    private byte[] overTcp(InetSocketAddress resolver) throws IOException {
        tcp.connect(resolver);
        ByteBuffer out = ByteBuffer.allocate(2 + question.length);
        out.putShort((short) question.length).put(question).flip();
        while (out.hasRemaining()) {
            tcp.write(out);
        }
        try (DataInputStream in = new DataInputStream(Channels.newInputStream(tcp))) {
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return answer;
        }
    }

    /** Ends {@link #ask}, wherever it is, or keeps it from starting. */
    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a message is an answer to this question: the same id, a response, the question repeated as it was. */
    private boolean isAnswer(byte[] message) {
        return message.length >= question.length
                && message[0] == question[0]
                && message[1] == question[1]
                && (message[2] & 0xf8) == 0x80
                && message[4] == 0
                && message[5] == 1
                && Arrays.equals(message, HEADER, question.length, question, HEADER, question.length);
    }

    /**
     * Reads an answer message.
     *
     * @param message what the resolver sent, any bytes
     * @return the one value that it has: an address, or the text of a TXT record
     * @throws ProtocolException if it is not an answer to this question, an error, malformed, or has no or several
     *     values
     */
    String read(byte[] message) throws ProtocolException {
        if (!isAnswer(message)) {
            throw new ProtocolException("the resolver answered another question than the one asked");
        }
        int rcode = message[3] & 0x0f;
        if (rcode != 0) {
            throw new ProtocolException(
                    "the resolver answered " + (rcode < RCODES.length ? RCODES[rcode] : "RCODE " + rcode));
        }
        Set<String> values;
        try {
            values = values(ByteBuffer.wrap(message));
        } catch (BufferUnderflowException | IllegalArgumentException | UnknownHostException e) {
            throw new ProtocolException("the resolver's answer is malformed");
        }
        if (values.size() != 1) {
            throw new ProtocolException("the resolver answered with " + values.size() + " different values, not one");
        }
        return values.iterator().next();
    }

    private Set<String> values(ByteBuffer in) throws UnknownHostException {
        int records = in.getShort(6) & 0xffff;
        in.position(question.length);
        String wanted = name + '.';
        Set<String> values = new HashSet<>();
        for (int i = 0; i < records; i++) {
            boolean asked = readName(in).equals(wanted);
            int recordType = in.getShort();
            asked &= in.getShort() == dnsClass;
            in.getInt(); // the time to live
            int length = in.getShort() & 0xffff;
            int next = in.position() + length;
            if (asked && recordType == CNAME) {
                wanted = readName(in);
            } else if (asked && recordType == type) {
                byte[] data = readBytes(in, length);
                values.add(
                        type == TXT
                                ? text(data)
                                : InetAddress.getByAddress(data).getHostAddress());
            }
            in.position(next);
        }
        return values;
    }

    /** Reads a name with its compression pointers, each of which has to lead further back than the one before it. */
    private static String readName(ByteBuffer in) {
        StringBuilder text = new StringBuilder();
        int bound = in.position();
        int next = -1;
        for (int length = in.get() & 0xff; length != 0; length = in.get() & 0xff) {
            if (length >= 0xc0) {
                int target = (length & 0x3f) << 8 | in.get() & 0xff;
                next = next < 0 ? in.position() : next;
                if (target >= bound) {
                    throw new IllegalArgumentException("a pointer that does not lead back");
                }
                bound = target;
                in.position(target);
            } else if (length > 63 || text.length() + length > 253) {
                throw new IllegalArgumentException("a name or a label that is too long");
            } else {
                text.append(new String(readBytes(in, length), StandardCharsets.ISO_8859_1))
                        .append('.');
            }
        }
        in.position(next < 0 ? in.position() : next);
        return text.toString().toLowerCase(Locale.ROOT);
    }

    /** Joins the strings of a TXT record, without white space and quotation marks around the whole. */
    private static String text(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (in.hasRemaining()) {
            text.writeBytes(readBytes(in, in.get() & 0xff));
        }
        return text.toString(StandardCharsets.UTF_8).strip().replaceAll("^\"|\"$", "");
    }

    private static byte[] readBytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
