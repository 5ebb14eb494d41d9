package io.jenkins.plugins.securityspacedns.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** Plays another fault, but not before a test says so: a request that is under way for as long as it takes. */
public final class HeldAnswer implements Fault {

    private final Fault fault;
    private final CountDownLatch released = new CountDownLatch(1);

    /**
     * @param fault how the request is answered in the end
     */
    public HeldAnswer(Fault fault) {
        this.fault = fault;
    }

    /** Lets the request be answered. */
    public void release() {
        released.countDown();
    }

    @Override
    public void play(Exchange exchange) throws IOException {
        try {
            released.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        fault.play(exchange);
    }
}
