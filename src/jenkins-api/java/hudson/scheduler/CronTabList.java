package hudson.scheduler;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Calendar;
import java.util.Collection;

public final class CronTabList {

    public CronTabList(Collection<CronTab> tabs) {
        throw new RuntimeException("Stub!");
    }

    public boolean check(Calendar cal) {
        throw new RuntimeException("Stub!");
    }

    public String checkSanity() {
        throw new RuntimeException("Stub!");
    }

    public static CronTabList create(@NonNull String format) {
        throw new RuntimeException("Stub!");
    }

    public static CronTabList create(@NonNull String format, Hash hash) {
        throw new RuntimeException("Stub!");
    }
}
