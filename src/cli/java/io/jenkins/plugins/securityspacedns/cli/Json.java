package io.jenkins.plugins.securityspacedns.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes values as JSON on one line. */
final class Json {

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    static String of(Object value) {
        return GSON.toJson(value);
    }
}
