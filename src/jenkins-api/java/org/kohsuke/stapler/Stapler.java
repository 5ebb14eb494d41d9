package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServlet;

public class Stapler extends HttpServlet {

    public Stapler() {
        throw new RuntimeException("Stub!");
    }

    public static StaplerRequest2 getCurrentRequest2() {
        throw new RuntimeException("Stub!");
    }

    public static StaplerResponse2 getCurrentResponse2() {
        throw new RuntimeException("Stub!");
    }
}
