package io.jenkins.plugins.securityspacedns.address;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first address after a text on a page, such as the status page of a router. It is asked directly, never over a proxy. */
final class RouterPage {

    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_ENTITY = 10;
    private static final Map<String, String> ENTITIES = Map.of(
            "nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "period", ".", "colon", ":");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern ADDRESS = Pattern.compile("(?<![0-9A-Za-z_.-])[0-9A-Fa-f:.]{2,60}(?![0-9A-Za-z_-])");
    private static final Pattern NUMBER = Pattern.compile("#(?:([0-9]{1,6})|[xX]([0-9A-Fa-f]{1,5}))");

    private RouterPage() {}

    /** {@return the address on a page, of a checked URL with a text fragment} */
    static String ask(URI uri, DetectionPlan plan) throws IOException, InterruptedException {
        String page = fetch(
                client(plan.deadline()),
                HttpRequest.newBuilder(uri).header("User-Agent", plan.userAgent),
                LARGEST,
                plan.deadline());
        String text = uri.getRawFragment().substring(":~:text=".length()).replace("+", "%2B");
        return addressAfter(URLDecoder.decode(text, StandardCharsets.UTF_8), page);
    }

    /** {@return a client that goes to machines nearby, without a proxy; the time for a connection is in milliseconds} */
    static HttpClient client(long connectTimeout) {
        return HttpEcho.client(
                task -> new Thread(task, "public address").start(), connectTimeout, HttpClient.Builder.NO_PROXY);
    }

    /** Fetches a text by a {@link #client}: {@code largest} bytes at most, within {@code timeout} milliseconds in all. */
    static String fetch(HttpClient client, HttpRequest.Builder request, int largest, long timeout)
            throws IOException, InterruptedException {
        CompletableFuture<String> body = client.sendAsync(
                        request.timeout(Duration.ofMillis(timeout)).build(),
                        head -> new HttpEcho(head.statusCode(), largest))
                .thenApply(response -> response.body());
        try {
            return body.get(timeout, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } finally {
            body.cancel(true);
        }
    }

    /** {@return the first address after a text on a page; tags separate, and white space is all the same} */
    static String addressAfter(String text, String page) throws ProtocolException {
        String plain = plain(page);
        String wanted = SPACES.matcher(text).replaceAll(" ").strip();
        int at = plain.indexOf(wanted);
        if (at < 0) {
            throw new ProtocolException("the text \"" + wanted + "\" is not on the page" + title(page));
        }
        Matcher address = ADDRESS.matcher(plain).region(at + wanted.length(), plain.length());
        address.useTransparentBounds(true);
        while (address.find()) {
            // A colon or a full stop beside an address belongs to the sentence.
            String literal = address.group().replaceFirst("^:(?!:)", "").replaceFirst("(?<!:):$|\\.$", "");
            if (AddressRules.literal(literal) != null) {
                return literal;
            }
        }
        throw new ProtocolException("no address stands after the text \"" + wanted + "\" on the page");
    }

    private static String title(String page) {
        Matcher title = Pattern.compile("(?i)<title[^<>]{0,99}>([^<]{1,999})").matcher(page);
        return title.find() ? ", which is titled \"" + plain(title.group(1)).strip() + '"' : "";
    }

    /** The text of a page in one line: tags and comments are a space, entities what they stand for. */
    private static String plain(String html) {
        StringBuilder plain = new StringBuilder();
        int lastTag = html.lastIndexOf('>');
        int lastComment = html.lastIndexOf("-->");
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            boolean comment = at < lastComment && html.startsWith("<!--", at);
            if (c == '<' && at < lastTag) {
                at = comment ? html.indexOf("-->", at) + 3 : html.indexOf('>', at) + 1;
                plain.append(' ');
            } else {
                int end = c == '&'
                        ? html.substring(at, Math.min(at + LONGEST_ENTITY, html.length()))
                                .indexOf(';')
                        : -1;
                String entity = end > 0 ? entity(html.substring(at + 1, at + end)) : null;
                plain.append(entity == null ? String.valueOf(c) : entity);
                at += entity == null ? 1 : end + 1;
            }
        }
        return SPACES.matcher(plain).replaceAll(" ");
    }

    /** What an entity stands for, or null. */
    private static String entity(String name) {
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return ENTITIES.get(name);
        }
        int code = number.group(1) == null ? Integer.parseInt(number.group(2), 16) : Integer.parseInt(number.group(1));
        return Character.toString(code);
    }
}
