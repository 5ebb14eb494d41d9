package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.io.StringReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The address that a router has, by UPnP (UPnP Device Architecture 1.1, WANIPConnection 1 and 2). Whoever is in the same
 * network can answer. So only the machine that answered is asked on, over plain HTTP at its private address, and its XML
 * has no DTD.
 */
final class UpnpSource {

    /** Where routers listen. */
    static final InetSocketAddress ROUTERS = new InetSocketAddress("239.255.255.250", 1900);

    private static final int LARGEST_XML = 64 * 1024;
    private static final int LARGEST_DATAGRAM = 2048;
    private static final int MOST_ROUTERS = 8;
    private static final long LONGEST_SEARCH = 1500;
    private static final String SEARCH = """
            M-SEARCH * HTTP/1.1
            HOST: 239.255.255.250:1900
            MAN: "ssdp:discover"
            MX: 1
            ST: urn:schemas-upnp-org:device:InternetGatewayDevice:1

            """.replace("\n", "\r\n");

    private static final Pattern LOCATION = Pattern.compile("(?im)^location:[ \\t]*(http://\\S{1,500})[ \\t]*\\r?$");
    private static final Pattern SERVICE =
            Pattern.compile("urn:schemas-upnp-org:service:WAN(?:IP|PPP)Connection:[0-9]");

    private final InetSocketAddress routers;
    private final DetectionPlan plan;
    private final HttpClient client;
    private final long end;

    /**
     * @param routers where to send the search
     * @param plan for the deadline and the {@code User-Agent}
     */
    UpnpSource(InetSocketAddress routers, DetectionPlan plan) {
        this.routers = routers;
        this.plan = plan;
        this.client = RouterPage.client(plan.deadline());
        // Some time is left to tell what came of it.
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(plan.deadline() * 9 / 10);
    }

    /**
     * Asks all routers that answer, at once.
     *
     * @return the address that they tell
     * @throws IOException if no router answers or tells an address, or two tell different ones
     * @throws InterruptedException if the detection is over
     */
    String ask() throws IOException, InterruptedException {
        Map<URI, FutureTask<String>> asked = new LinkedHashMap<>();
        for (URI location : search()) {
            FutureTask<String> task = new FutureTask<>(() -> ask(location));
            new Thread(task, "public address").start();
            asked.put(location, task);
        }
        Set<String> addresses = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        for (Map.Entry<URI, FutureTask<String>> router : asked.entrySet()) {
            String answer;
            try {
                answer = router.getValue().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                addresses.add(answer);
            } catch (TimeoutException e) {
                answer = "no answer";
            } catch (ExecutionException e) {
                answer = reason(e);
            }
            said.add(router.getKey().getHost() + " says " + answer);
        }
        if (addresses.size() != 1) {
            throw new ProtocolException(
                    said.isEmpty() ? "no router answers; UPnP may be switched off in it" : String.join("; ", said));
        }
        return addresses.iterator().next();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProtocolException) {
            return cause.getMessage();
        }
        return cause instanceof TimeoutException ? "no answer" : "nothing, the connection failed";
    }

    /** Where the descriptions of the routers are that answered. */
    private Set<URI> search() throws IOException {
        long wait = Math.min(LONGEST_SEARCH, plan.deadline() / 3);
        Set<URI> found = new LinkedHashSet<>();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int turn = 0; turn < 2; turn++) { // a datagram may get lost
                send(socket);
                long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait) / 2;
                gather(socket, until, found);
            }
        }
        return found;
    }

    private void send(DatagramSocket socket) throws IOException {
        byte[] search = SEARCH.getBytes(StandardCharsets.US_ASCII);
        IOException failure = new ProtocolException("the machine has no network that could have a router");
        boolean sent = false;
        for (NetworkInterface each : (Iterable<NetworkInterface>) NetworkInterface.networkInterfaces()::iterator) {
            try {
                if (each.isUp() && each.inetAddresses().anyMatch(address -> address.getAddress().length == 4)) {
                    socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, each);
                    socket.send(new DatagramPacket(search, search.length, routers));
                    sent = true;
                }
            } catch (IOException e) {
                failure = e; // others may lead to a router
            }
        }
        if (!sent) {
            throw failure;
        }
    }

    private static void gather(DatagramSocket socket, long until, Set<URI> found) throws IOException {
        DatagramPacket in = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        while (found.size() < MOST_ROUTERS && !Thread.currentThread().isInterrupted()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return;
            }
            socket.setSoTimeout((int) left);
            in.setLength(LARGEST_DATAGRAM);
            try {
                socket.receive(in);
            } catch (SocketTimeoutException e) {
                return;
            }
            URI location =
                    location(new String(in.getData(), 0, in.getLength(), StandardCharsets.ISO_8859_1), in.getAddress());
            if (location != null) {
                found.add(location);
            }
        }
    }

    /** {@return where the sender of an answer has its description; null if not at itself, or not in a private network} */
    static URI location(String answer, InetAddress sender) {
        Matcher location = LOCATION.matcher(answer);
        if (!answer.startsWith("HTTP/1.1 200 ") || !location.find()) {
            return null;
        }
        try {
            return at(sender.getHostAddress(), URI.create(location.group(1)));
        } catch (IllegalArgumentException | ProtocolException e) {
            return null;
        }
    }

    /** The URI, if it is plain HTTP to this host, and the host is in a private network. */
    private static URI at(String host, URI uri) throws ProtocolException {
        InetAddress address = AddressRules.literal(host);
        if (address == null
                || AddressRules.isGloballyRoutable(address.getAddress())
                || !"http".equalsIgnoreCase(uri.getScheme())
                || !host.equals(uri.getHost())
                || uri.getRawUserInfo() != null) {
            throw new ProtocolException("it names a place that is not its own");
        }
        return uri;
    }

    /** Asks one router: for its description first, and then all its connections until one tells an address. */
    private String ask(URI location) throws IOException, InterruptedException {
        Map<URI, String> connections = connections(location, fetch(HttpRequest.newBuilder(location)));
        IOException failure = new ProtocolException("its description has no connection to the internet");
        for (Map.Entry<URI, String> connection : connections.entrySet()) {
            try {
                return address(fetch(question(connection.getKey(), connection.getValue())));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static HttpRequest.Builder question(URI control, String service) {
        String body = "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>"
                + "<u:GetExternalIPAddress xmlns:u=\"" + service + "\"/></s:Body></s:Envelope>";
        return HttpRequest.newBuilder(control)
                .header("Content-Type", "text/xml; charset=\"utf-8\"")
                .header("SOAPAction", '"' + service + "#GetExternalIPAddress\"")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String fetch(HttpRequest.Builder request) throws IOException, InterruptedException {
        long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        return RouterPage.fetch(client, request.header("User-Agent", plan.userAgent), LARGEST_XML, left);
    }

    /** {@return where each connection to the internet is controlled, and the type of its service; a description is any text} */
    static Map<URI, String> connections(URI location, String description) throws ProtocolException {
        Map<URI, String> connections = new LinkedHashMap<>();
        Element root = xml(description);
        NodeList services = root.getElementsByTagNameNS("*", "service");
        String base = text(root, "URLBase");
        for (int i = 0; i < services.getLength() && connections.size() < MOST_ROUTERS; i++) {
            Element service = (Element) services.item(i);
            String type = text(service, "serviceType");
            if (SERVICE.matcher(type).matches()) {
                try {
                    URI control = location.resolve(base).resolve(text(service, "controlURL"));
                    connections.put(at(location.getHost(), control), type);
                } catch (IllegalArgumentException e) {
                    throw new ProtocolException("its description has a malformed URL");
                }
            }
        }
        return connections;
    }

    /** {@return what an answer, which is any text, gives as the address: one literal} */
    static String address(String answer) throws ProtocolException {
        String address = text(xml(answer), "NewExternalIPAddress");
        if (AddressRules.literal(address) == null || address.equals("0.0.0.0")) {
            throw new ProtocolException("it has no address itself");
        }
        return address;
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static Element xml(String text) throws ProtocolException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default one prints
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new ProtocolException("its answer is not the XML of UPnP");
        }
    }
}
