package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Item;

public class ItemListener implements ExtensionPoint {

    public ItemListener() {
        throw new RuntimeException("Stub!");
    }

    public void onCreated(Item item) {
        throw new RuntimeException("Stub!");
    }

    public void onLoaded() {
        throw new RuntimeException("Stub!");
    }

    public void onDeleted(Item item) {
        throw new RuntimeException("Stub!");
    }

    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        throw new RuntimeException("Stub!");
    }

    public void onUpdated(Item item) {
        throw new RuntimeException("Stub!");
    }
}
