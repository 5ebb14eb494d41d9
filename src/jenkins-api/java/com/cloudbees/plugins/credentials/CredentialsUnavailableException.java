package com.cloudbees.plugins.credentials;

public class CredentialsUnavailableException extends RuntimeException {

    public CredentialsUnavailableException(String value) {
        throw new RuntimeException("Stub!");
    }

    public CredentialsUnavailableException(String value, String value2) {
        throw new RuntimeException("Stub!");
    }

    public CredentialsUnavailableException(String value, String value2, Throwable throwable) {
        throw new RuntimeException("Stub!");
    }

    public CredentialsUnavailableException(String value, Throwable throwable) {
        throw new RuntimeException("Stub!");
    }

    public String getProperty() {
        throw new RuntimeException("Stub!");
    }
}
