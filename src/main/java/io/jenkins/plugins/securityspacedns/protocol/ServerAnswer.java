package io.jenkins.plugins.securityspacedns.protocol;

import java.nio.charset.StandardCharsets;

/**
 * What a server answered, whole.
 *
 * @param status the HTTP status code
 * @param body the body as text
 */
public record ServerAnswer(int status, String body) {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    public ServerAnswer {
        body = body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body;
    }

    /**
     * @param status the HTTP status code
     * @param body the body; bytes that are not UTF-8 become replacement characters
     */
    public ServerAnswer(int status, byte[] body) {
        this(status, new String(body, StandardCharsets.UTF_8));
    }

    /** {@return whether the server says that it did what it was asked (RFC 9110, section 15.3)} */
    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    /** {@return whether the server sends the client elsewhere (RFC 9110, section 15.4)} */
    public boolean isRedirect() {
        return status >= 300 && status <= 399;
    }
}
