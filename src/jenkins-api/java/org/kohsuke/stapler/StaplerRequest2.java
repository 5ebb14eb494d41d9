package org.kohsuke.stapler;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import net.sf.json.JSONObject;
import org.apache.commons.fileupload2.core.FileItem;
import org.kohsuke.stapler.bind.BoundObjectTable;
import org.kohsuke.stapler.lang.Klass;

public interface StaplerRequest2 extends HttpServletRequest {

    Stapler getStapler();

    WebApp getWebApp();

    String getRestOfPath();

    String getOriginalRestOfPath();

    ServletContext getServletContext();

    String getRequestURIWithQueryString();

    StringBuffer getRequestURLWithQueryString();

    RequestDispatcher getView(Object value, String value2) throws IOException;

    RequestDispatcher getView(Class type, String value) throws IOException;

    RequestDispatcher getView(Klass<?> klass, String value) throws IOException;

    String getRootPath();

    String getReferer();

    List<Ancestor> getAncestors();

    Ancestor findAncestor(Class type);

    <T> T findAncestorObject(Class<T> type);

    Ancestor findAncestor(Object value);

    boolean hasParameter(String value);

    String getOriginalRequestURI();

    boolean checkIfModified(long value, StaplerResponse2 staplerResponse2);

    boolean checkIfModified(Date date, StaplerResponse2 staplerResponse2);

    boolean checkIfModified(Calendar calendar, StaplerResponse2 staplerResponse2);

    boolean checkIfModified(long value, StaplerResponse2 staplerResponse2, long value2);

    void bindParameters(Object value);

    @Deprecated
    void bindParameters(Object value, String value2);

    @Deprecated
    <T> List<T> bindParametersToList(Class<T> type, String value);

    @Deprecated
    <T> T bindParameters(Class<T> type, String value);

    @Deprecated
    <T> T bindParameters(Class<T> type, String value, int value2);

    <T> T bindJSON(Class<T> type, JSONObject jSONObject);

    <T> T bindJSON(Type type, Class<T> type2, Object value);

    void bindJSON(Object value, JSONObject jSONObject);

    <T> List<T> bindJSONToList(Class<T> type, Object value);

    BindInterceptor getBindInterceptor();

    @Deprecated
    BindInterceptor setBindListener(BindInterceptor bindInterceptor);

    @Deprecated
    BindInterceptor setBindInterceptpr(BindInterceptor bindInterceptor);

    BindInterceptor setBindInterceptor(BindInterceptor bindInterceptor);

    JSONObject getSubmittedForm() throws ServletException;

    FileItem getFileItem2(String value) throws ServletException, IOException;

    @Deprecated
    org.apache.commons.fileupload.FileItem getFileItem(String value) throws ServletException, IOException;

    boolean isJavaScriptProxyCall();

    BoundObjectTable getBoundObjectTable();

    @Deprecated
    String createJavaScriptProxy(Object value);

    StaplerRequest2.RenderOnDemandParameters createJavaScriptProxyParameters(Object value);

    public static final class RenderOnDemandParameters {

        public RenderOnDemandParameters(String proxyMethod, String url, String crumb, Set<String> urlNames) {
            throw new RuntimeException("Stub!");
        }
    }
}
