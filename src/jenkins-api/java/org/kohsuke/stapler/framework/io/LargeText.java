package org.kohsuke.stapler.framework.io;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

public class LargeText {

    public LargeText(File file, boolean completed) {
        throw new RuntimeException("Stub!");
    }

    public boolean isComplete() {
        throw new RuntimeException("Stub!");
    }

    public long length() {
        throw new RuntimeException("Stub!");
    }

    public long writeLogTo(long start, Writer w) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public long writeLogTo(long start, OutputStream out) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void doProgressText(StaplerRequest2 req, StaplerResponse2 rsp) throws IOException {
        throw new RuntimeException("Stub!");
    }
}
