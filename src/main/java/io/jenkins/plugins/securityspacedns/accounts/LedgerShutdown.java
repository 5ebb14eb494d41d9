package io.jenkins.plugins.securityspacedns.accounts;

import hudson.Extension;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.securityspacedns.config.ConfiguredEngine;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Saves what a full disk did not take, when Jenkins is about to stop: by then the disk may have room again, and a latch
 * that is lost lets the next build send to an account that is blocked.
 */
@Extension
public final class LedgerShutdown extends ItemListener {

    private static final Logger LOGGER = Logger.getLogger(LedgerShutdown.class.getName());

    @Override
    public void onBeforeShutdown() {
        try {
            ConfiguredEngine.get().ledger().saveAll();
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    "The SecuritySpace DNS ledger cannot be written, so that what it should hold is lost now: {0}",
                    Printable.line(e.getMessage()));
        }
    }
}
