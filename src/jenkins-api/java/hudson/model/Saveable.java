package hudson.model;

import java.io.IOException;

public interface Saveable {

    Saveable NOOP = null;

    void save() throws IOException;
}
