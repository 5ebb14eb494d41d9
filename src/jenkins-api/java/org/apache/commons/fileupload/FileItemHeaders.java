package org.apache.commons.fileupload;

import java.util.Iterator;

public interface FileItemHeaders {

    String getHeader(String value);

    Iterator<String> getHeaders(String value);

    Iterator<String> getHeaderNames();
}
