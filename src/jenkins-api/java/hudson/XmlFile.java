package hudson;

import com.thoughtworks.xstream.XStream;
import java.io.File;
import java.io.IOException;
import java.io.Reader;

public final class XmlFile {

    public XmlFile(File file) {
        throw new RuntimeException("Stub!");
    }

    public XmlFile(XStream xs, File file) {
        throw new RuntimeException("Stub!");
    }

    public XmlFile(XStream xs, File file, boolean force) {
        throw new RuntimeException("Stub!");
    }

    public File getFile() {
        throw new RuntimeException("Stub!");
    }

    public Object read() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Object unmarshal(Object o) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public void write(Object o) throws IOException {
        throw new RuntimeException("Stub!");
    }

    public boolean exists() {
        throw new RuntimeException("Stub!");
    }

    public void delete() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public Reader readRaw() throws IOException {
        throw new RuntimeException("Stub!");
    }

    public String asString() throws IOException {
        throw new RuntimeException("Stub!");
    }
}
