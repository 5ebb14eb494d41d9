package org.kohsuke.stapler;

import edu.umd.cs.findbugs.annotations.NonNull;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URL;
import net.sf.json.JsonConfig;
import org.kohsuke.stapler.export.Flavor;

public interface StaplerResponse2 extends HttpServletResponse {

    void forward(Object value, String value2, StaplerRequest2 staplerRequest2) throws ServletException, IOException;

    void forwardToPreviousPage(StaplerRequest2 staplerRequest2) throws ServletException, IOException;

    void sendRedirect2(@NonNull String value) throws IOException;

    void sendRedirect(int value, @NonNull String value2) throws IOException;

    void serveFile(StaplerRequest2 staplerRequest2, URL uRL) throws ServletException, IOException;

    void serveFile(StaplerRequest2 staplerRequest2, URL uRL, long value) throws ServletException, IOException;

    void serveLocalizedFile(StaplerRequest2 staplerRequest2, URL uRL) throws ServletException, IOException;

    void serveLocalizedFile(StaplerRequest2 staplerRequest2, URL uRL, long value) throws ServletException, IOException;

    void serveFile(
            StaplerRequest2 staplerRequest2,
            InputStream inputStream,
            long value,
            long value2,
            long value3,
            String value4)
            throws ServletException, IOException;

    @Deprecated
    void serveFile(
            StaplerRequest2 staplerRequest2,
            InputStream inputStream,
            long value,
            long value2,
            int value3,
            String value4)
            throws ServletException, IOException;

    void serveFile(StaplerRequest2 staplerRequest2, InputStream inputStream, long value, long value2, String value3)
            throws ServletException, IOException;

    @Deprecated
    void serveFile(StaplerRequest2 staplerRequest2, InputStream inputStream, long value, int value2, String value3)
            throws ServletException, IOException;

    @Deprecated
    void serveExposedBean(StaplerRequest2 staplerRequest2, Object value, Flavor flavor)
            throws ServletException, IOException;

    @Deprecated
    OutputStream getCompressedOutputStream(HttpServletRequest httpServletRequest) throws IOException;

    @Deprecated
    Writer getCompressedWriter(HttpServletRequest httpServletRequest) throws IOException;

    int reverseProxyTo(URL uRL, StaplerRequest2 staplerRequest2) throws IOException;

    void setJsonConfig(JsonConfig jsonConfig);

    JsonConfig getJsonConfig();
}
