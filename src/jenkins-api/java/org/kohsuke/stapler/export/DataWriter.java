package org.kohsuke.stapler.export;

import java.io.IOException;

public interface DataWriter {

    void name(String value) throws IOException;

    void valuePrimitive(Object value) throws IOException;

    void value(String value) throws IOException;

    void valueNull() throws IOException;

    void startArray() throws IOException;

    void endArray() throws IOException;

    void startObject() throws IOException;

    void endObject() throws IOException;
}
