package hudson;

import java.util.regex.Matcher;

public abstract class AbstractMarkupText {

    public abstract String getText();

    public abstract MarkupText.SubText subText(int value, int value2);

    public abstract void addMarkup(int value, int value2, String value3, String value4);

    protected abstract MarkupText.SubText createSubText(Matcher matcher);

    AbstractMarkupText() {
        throw new RuntimeException("Stub!");
    }
}
