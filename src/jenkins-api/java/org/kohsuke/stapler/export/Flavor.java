package org.kohsuke.stapler.export;

import java.io.IOException;
import java.io.Writer;

public enum Flavor {
    JSON {
        @Override
        public DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig) throws IOException {
            throw new RuntimeException("Stub!");
        }
    },
    JSONP {
        @Override
        public DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig) throws IOException {
            throw new RuntimeException("Stub!");
        }
    },
    PYTHON {
        @Override
        public DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig) throws IOException {
            throw new RuntimeException("Stub!");
        }
    },
    RUBY {
        @Override
        public DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig) throws IOException {
            throw new RuntimeException("Stub!");
        }
    },
    XML {
        @Override
        public DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig) throws IOException {
            throw new RuntimeException("Stub!");
        }
    };

    public abstract DataWriter createDataWriter(Object value, Writer writer, ExportConfig exportConfig)
            throws IOException;
}
