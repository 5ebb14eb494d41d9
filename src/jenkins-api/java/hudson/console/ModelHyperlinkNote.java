package hudson.console;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.User;

public class ModelHyperlinkNote extends HyperlinkNote {

    public ModelHyperlinkNote(String url, int length) {
        super(null, 0);
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(@NonNull User u) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(User u, String text) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(Item item) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(Item item, String text) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(Run r) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(Node node) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(Label label) {
        throw new RuntimeException("Stub!");
    }

    public static String encodeTo(String url, String text) {
        throw new RuntimeException("Stub!");
    }
}
