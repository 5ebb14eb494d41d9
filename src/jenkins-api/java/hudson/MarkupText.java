package hudson;

import java.util.regex.Matcher;

public class MarkupText extends AbstractMarkupText {

    public MarkupText(String text) {
        throw new RuntimeException("Stub!");
    }

    public String getText() {
        throw new RuntimeException("Stub!");
    }

    public MarkupText.SubText subText(int start, int end) {
        throw new RuntimeException("Stub!");
    }

    public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
        throw new RuntimeException("Stub!");
    }

    protected MarkupText.SubText createSubText(Matcher m) {
        throw new RuntimeException("Stub!");
    }

    public final class SubText extends AbstractMarkupText {

        public SubText(int start, int end) {
            throw new RuntimeException("Stub!");
        }

        public MarkupText.SubText subText(int start, int end) {
            throw new RuntimeException("Stub!");
        }

        public String getText() {
            throw new RuntimeException("Stub!");
        }

        public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
            throw new RuntimeException("Stub!");
        }

        protected MarkupText.SubText createSubText(Matcher m) {
            throw new RuntimeException("Stub!");
        }
    }
}
