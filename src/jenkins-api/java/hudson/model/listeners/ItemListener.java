package hudson.model.listeners;

import hudson.ExtensionPoint;

public class ItemListener implements ExtensionPoint {

    public ItemListener() {
        throw new RuntimeException("Stub!");
    }

    public void onBeforeShutdown() {
        throw new RuntimeException("Stub!");
    }
}
