package hudson.console;

import hudson.MarkupText;

public class HyperlinkNote extends ConsoleNote {

    public HyperlinkNote(String url, int length) {
        throw new RuntimeException("Stub!");
    }

    public ConsoleAnnotator annotate(Object context, MarkupText text, int charPos) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(String url, String text) {
        throw new RuntimeException("Stub!");
    }
}
