package hudson.model;

public class FreeStyleProject extends Project<FreeStyleProject, FreeStyleBuild> implements TopLevelItem {

    public FreeStyleProject(ItemGroup parent, String name) {
        super(null, null);
        throw new RuntimeException("Stub!");
    }

    protected Class<FreeStyleBuild> getBuildClass() {
        throw new RuntimeException("Stub!");
    }

    public FreeStyleProject.DescriptorImpl getDescriptor() {
        throw new RuntimeException("Stub!");
    }

    public static class DescriptorImpl extends AbstractProject.AbstractProjectDescriptor {

        public DescriptorImpl() {
            throw new RuntimeException("Stub!");
        }

        public FreeStyleProject newInstance(ItemGroup parent, String name) {
            throw new RuntimeException("Stub!");
        }
    }
}
