package org.kohsuke.stapler.export;

public class ExportConfig {

    public ExportConfig() {
        throw new RuntimeException("Stub!");
    }
}
