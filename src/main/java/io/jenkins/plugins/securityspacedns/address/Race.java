package io.jenkins.plugins.securityspacedns.address;

import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of a detection: every source is asked in daemon threads, the caller's thread alone waits and decides, and in
 * the end all that still runs is stopped. The DNS client of the JDK cannot be stopped; it ends with the deadline.
 */
final class Race {

    private final DetectionPlan plan;
    private final long begin = System.nanoTime();
    private final BlockingQueue<SourceAnswer> arrivals = new LinkedBlockingQueue<>();
    private final Queue<Runnable> stops = new ConcurrentLinkedQueue<>();
    private final Set<String> proxied = new HashSet<>();
    private final ThreadGroup callers = Thread.currentThread().getThreadGroup();
    private volatile boolean over;

    Race(DetectionPlan plan) {
        this.plan = plan;
    }

    DetectionResult run() throws InterruptedException {
        try {
            start();
            return gather();
        } finally {
            over = true;
            stop();
        }
    }

    private void stop() {
        for (Runnable stop : stops) {
            stop.run();
        }
    }

    private void start() {
        List<String> overHttp = new ArrayList<>();
        for (String spec : plan.sources()) {
            if (spec.regionMatches(true, 0, "dns:", 0, 4)) {
                ask(spec, () -> DnsSource.ask(URI.create(spec), plan));
            } else if (AddressRules.literal(spec) != null) {
                answered(spec, spec);
            } else if (spec.regionMatches(true, 0, "http", 0, 4) && spec.indexOf('#') < 0) {
                overHttp.add(spec);
                if (isProxied(URI.create(spec))) {
                    proxied.add(spec);
                }
            } else {
                ask(spec, () -> NearbySource.ask(spec, plan));
            }
        }
        if (!overHttp.isEmpty()) {
            ThreadGroup group = stoppableGroup();
            start(group, () -> askOverHttp(group, overHttp));
        }
    }

    /** Whether the HTTP client asks a proxy for this; it knows no others than HTTP proxies. */
    private boolean isProxied(URI uri) {
        ProxySelector selector = plan.proxy == null ? ProxySelector.getDefault() : plan.proxy;
        return selector != null && selector.select(uri).get(0).type() == Proxy.Type.HTTP;
    }

    private DetectionResult gather() throws InterruptedException {
        List<String> waiting = plan.sources();
        List<SourceAnswer> answers = new ArrayList<>();
        while (!plan.isDecided(answers, waiting, proxied)) {
            long left = begin + TimeUnit.MILLISECONDS.toNanos(plan.deadline()) - System.nanoTime();
            SourceAnswer answer = arrivals.poll(left, TimeUnit.NANOSECONDS);
            if (answer == null) {
                for (String spec : waiting) {
                    answers.add(answer(spec, "", SourceFailure.NO_ANSWER));
                }
                break;
            }
            waiting.remove(answer.source());
            answers.add(answer);
        }
        return new DetectionResult(plan.established(answers), answers, "");
    }

    private void ask(String spec, Callable<String> question) {
        ThreadGroup group = stoppableGroup();
        start(group, () -> {
            try {
                answered(spec, question.call());
            } catch (Exception | LinkageError e) { // without a module of the JDK there is no class for it
                failed(spec, e);
            }
        });
        stops.add(group::interrupt);
    }

    private void askOverHttp(ThreadGroup group, List<String> specs) {
        try {
            HttpClient client = HttpEcho.client(task -> start(callers, task), plan.deadline(), plan.proxy);
            for (String spec : specs) {
                var response = HttpEcho.ask(client, spec, plan.userAgent, plan.deadline());
                stops.add(() -> response.cancel(true));
                response.whenComplete((value, failure) -> {
                    if (failure == null) {
                        answered(spec, value.body());
                    } else {
                        failed(spec, failure);
                    }
                });
            }
        } catch (RuntimeException e) {
            for (String spec : specs) {
                failed(spec, e);
            }
        }
        stops.add(group::interrupt);
        if (over) {
            stop();
        }
    }

    /**
     * A thread group for an HTTP client to start its selector thread in, so that an interrupt of the group stops that
     * thread too: before Java 21 a client cannot be closed, and it would run until the garbage collector finds the client.
     * Before Java 19 a group lives on in its parent unless it is a daemon group; later that means nothing.
     */
    @SuppressWarnings("removal")
    private static ThreadGroup stoppableGroup() {
        ThreadGroup group = new ThreadGroup("public address");
        if (Runtime.version().feature() < 19) {
            group.setDaemon(true);
        }
        return group;
    }

    private static void start(ThreadGroup group, Runnable task) {
        Thread thread = new Thread(group, task, "public address");
        thread.setDaemon(true);
        thread.start();
    }

    private void answered(String spec, String body) {
        try {
            String text = HttpEcho.addressText(body);
            InetAddress address = AddressRules.literal(text);
            if (address == null) {
                String start = text.substring(0, Math.min(40, text.length())).replaceAll("[^ -~]", "?");
                throw new ProtocolException("not an address: \"" + start + '"');
            }
            String failure = plan.isWanted(address) ? "" : "not a public address of the family asked for";
            arrivals.add(answer(spec, address.getHostAddress(), failure));
        } catch (ProtocolException e) {
            failed(spec, e);
        }
    }

    /** Tells the innermost failure by its class, unless it is of this package; {@link SourceFailure} puts it in words. */
    private void failed(String spec, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean own = cause instanceof ProtocolException;
        arrivals.add(answer(
                spec, "", own ? cause.getMessage() : cause.getClass().getSimpleName() + ": " + cause.getMessage()));
    }

    private SourceAnswer answer(String spec, String address, String failure) {
        long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return new SourceAnswer(spec, address, failure, milliseconds, proxied.contains(spec));
    }
}
