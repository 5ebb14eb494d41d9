package io.jenkins.plugins.securityspacedns.simulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name server on loopback, over UDP and TCP on the same port, with the records of one zone and the faults of many. */
public final class NameServer implements AutoCloseable {

    /** What a name server does wrong. */
    public enum Fault {
        NONE,
        SILENT,
        REFUSED,
        SERVFAIL,
        LAME,
        GARBAGE,
        OTHER_ID,
        OTHER_QUESTION,
        TRUNCATED
    }

    private final Name zone;
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private volatile Duration late = Duration.ZERO;
    private volatile Fault fault = Fault.NONE;

    /**
     * @param zone the zone that it is responsible for; {@code .} for a resolver
     */
    public NameServer(String zone) throws IOException {
        this(zone, new InetSocketAddress("127.0.0.1", 0));
    }

    /**
     * @param zone the zone that it is responsible for
     * @param place where it listens; port 53 may be for root alone
     */
    public NameServer(String zone, InetSocketAddress place) throws IOException {
        this.zone = name(zone);
        DnsSockets sockets = DnsSockets.open(place.getAddress(), place.getPort());
        udp = sockets.udp();
        tcp = sockets.tcp();
        daemon(this::serveUdp);
        daemon(this::serveTcp);
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort());
    }

    /** {@return how many questions came} */
    public int questions() {
        return questions.get();
    }

    /** Does wrong from now on what the fault says. */
    public void fail(Fault what) {
        fault = what;
    }

    /**
     * @param by how late every answer over UDP is from now on
     * @return this
     */
    public NameServer late(Duration by) {
        late = by;
        return this;
    }

    /**
     * Serves a record from now on, beside others of its name and type.
     *
     * @param owner the whole name
     * @param type such as {@code A}
     * @param data such as {@code 192.0.2.1}
     */
    public NameServer with(String owner, String type, String data) {
        try {
            records.add(Record.fromString(name(owner), Type.value(type), DClass.IN, 300, data, Name.root));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        return this;
    }

    /** Serves nothing any more for a name. */
    public NameServer without(String owner) {
        records.removeIf(found -> found.getName().equals(name(owner)));
        return this;
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text.endsWith(".") ? text : text + ".");
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Message answer(Message question) {
        Name asked = question.getQuestion().getName();
        int type = question.getQuestion().getType();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        List<Record> cut = records.stream()
                .filter(found -> found.getType() == Type.NS && !found.getName().equals(zone))
                .filter(found -> asked.subdomain(found.getName()))
                .toList();
        List<Record> same = matching(asked);
        List<Record> wanted =
                same.stream().filter(found -> found.getType() == type).toList();
        if (!cut.isEmpty() && wanted.isEmpty()) {
            cut.forEach(found -> answer.addRecord(found, Section.AUTHORITY));
            return answer;
        }
        answer.getHeader().setFlag(Flags.AA);
        Name owner = asked;
        for (int i = 0; i < 20 && wanted.isEmpty(); i++) {
            List<Record> aliases =
                    same.stream().filter(found -> found.getType() == Type.CNAME).toList();
            if (aliases.isEmpty()) {
                break;
            }
            answer.addRecord(aliases.get(0), Section.ANSWER);
            owner = name(aliases.get(0).rdataToString());
            same = matching(owner);
            wanted = same.stream().filter(found -> found.getType() == type).toList();
        }
        wanted.forEach(found -> answer.addRecord(found, Section.ANSWER));
        if (same.isEmpty() && owner.subdomain(zone)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
    }

    /** The records of a name, made from those of a wildcard (RFC 4592) if it has none of its own. */
    private List<Record> matching(Name owner) {
        List<Record> own =
                records.stream().filter(found -> found.getName().equals(owner)).toList();
        return !own.isEmpty() || owner.labels() < 2
                ? own
                : records.stream()
                        .filter(found ->
                                found.getName().isWild() && found.getName().equals(owner.wild(1)))
                        .map(found -> Record.newRecord(
                                owner, found.getType(), DClass.IN, found.getTTL(), found.rdataToWireCanonical()))
                        .toList();
    }

    private Stream<byte[]> bytes(byte[] received) throws IOException {
        Message question = new Message(received);
        Message answer = answer(question);
        questions.incrementAndGet();
        switch (fault) {
            case NONE, TRUNCATED -> {}
            case SILENT -> {
                return Stream.empty();
            }
            case REFUSED -> refuse(answer, Rcode.REFUSED);
            case SERVFAIL -> refuse(answer, Rcode.SERVFAIL);
            case LAME -> {
                refuse(answer, Rcode.NOERROR);
                answer.getHeader().unsetFlag(Flags.AA);
            }
            case GARBAGE -> {
                byte[] text = "this is not DNS, and long enough to look like it".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(received, 0, text, 0, 2);
                return Stream.of(text);
            }
            case OTHER_ID -> answer.getHeader().setID(question.getHeader().getID() ^ 1);
            case OTHER_QUESTION -> {
                answer.removeAllRecords(Section.QUESTION);
                answer.addRecord(Record.newRecord(name("other.example.org"), Type.A, DClass.IN), Section.QUESTION);
            }
        }
        return Stream.of(answer.toWire());
    }

    private static void refuse(Message answer, int code) {
        answer.removeAllRecords(Section.ANSWER);
        answer.removeAllRecords(Section.AUTHORITY);
        answer.getHeader().setRcode(code);
    }

    private void serveUdp() throws IOException {
        byte[] buffer = new byte[65536];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            if (fault == Fault.TRUNCATED) {
                Message cut = answer(new Message(question));
                refuse(cut, Rcode.NOERROR);
                cut.getHeader().setFlag(Flags.TC);
                udp.send(new DatagramPacket(cut.toWire(), cut.toWire().length, packet.getSocketAddress()));
            } else {
                SocketAddress asker = packet.getSocketAddress();
                for (byte[] answer : bytes(question).toList()) {
                    CompletableFuture.delayedExecutor(late.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                            .execute(() -> send(answer, asker));
                }
            }
        }
    }

    private void send(byte[] answer, SocketAddress asker) {
        try {
            udp.send(new DatagramPacket(answer, answer.length, asker));
        } catch (IOException e) {
            // closed, or nobody waits any longer
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                socket.setSoTimeout(5000);
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] question = new byte[in.readUnsignedShort()];
                in.readFully(question);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (byte[] answer : bytes(question).toList()) {
                    out.writeShort(answer.length);
                    out.write(answer);
                }
                out.flush();
            } catch (IOException e) {
                if (tcp.isClosed()) {
                    throw e;
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // closed
                    }
                },
                "name server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
