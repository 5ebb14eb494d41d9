package org.kohsuke.stapler;

public class HttpResponses {

    public HttpResponses() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException ok() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException notFound() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException forbidden() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException error(int code, String errorMessage) {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException error(Throwable cause) {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException error(int code, Throwable cause) {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException redirectViaContextPath(String relative) {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException redirectViaContextPath(int statusCode, String relative) {
        throw new RuntimeException("Stub!");
    }

    public static HttpRedirect redirectTo(String url) {
        throw new RuntimeException("Stub!");
    }

    public static HttpRedirect redirectTo(int statusCode, String url) {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponse redirectToDot() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException redirectToContextRoot() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponses.HttpResponseException forwardToPreviousPage() {
        throw new RuntimeException("Stub!");
    }

    public static HttpResponse text(String text) {
        throw new RuntimeException("Stub!");
    }

    public abstract static class HttpResponseException extends RuntimeException implements HttpResponse {

        public HttpResponseException() {
            throw new RuntimeException("Stub!");
        }
    }
}
