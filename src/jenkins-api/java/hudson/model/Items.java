package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.util.XStream2;

public class Items {

    public static final XStream XSTREAM = null;

    public static final XStream2 XSTREAM2 = null;

    public Items() {
        throw new RuntimeException("Stub!");
    }

    public static boolean currentlyUpdatingByXml() {
        throw new RuntimeException("Stub!");
    }
}
