package jenkins.util;

public class JenkinsJVM {

    protected JenkinsJVM() {
        throw new RuntimeException("Stub!");
    }

    public static boolean isJenkinsJVM() {
        throw new RuntimeException("Stub!");
    }

    public static void checkJenkinsJVM() {
        throw new RuntimeException("Stub!");
    }

    public static void checkNotJenkinsJVM() {
        throw new RuntimeException("Stub!");
    }
}
