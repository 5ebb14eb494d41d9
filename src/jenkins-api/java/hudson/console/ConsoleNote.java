package hudson.console;

import hudson.ExtensionPoint;
import hudson.MarkupText;
import hudson.model.Describable;
import java.io.Serializable;

public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {

    public ConsoleNote() {
        throw new RuntimeException("Stub!");
    }

    public abstract ConsoleAnnotator annotate(T value, MarkupText markupText, int value2);
}
