package jenkins.model;

import java.io.Serializable;

public abstract class CauseOfInterruption implements Serializable {

    public CauseOfInterruption() {
        throw new RuntimeException("Stub!");
    }

    public abstract String getShortDescription();
}
