package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServlet;

public class Stapler extends HttpServlet {

    public Stapler() {
        throw new RuntimeException("Stub!");
    }
}
