package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;

public abstract class SaveableListener implements ExtensionPoint {

    public SaveableListener() {
        throw new RuntimeException("Stub!");
    }

    public void onChange(Saveable o, XmlFile file) {
        throw new RuntimeException("Stub!");
    }

    public static void fireOnChange(Saveable o, XmlFile file) {
        throw new RuntimeException("Stub!");
    }
}
