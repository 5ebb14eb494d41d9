package jenkins.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.ModelObject;

public interface IDisplayExecutor extends ModelObject {

    @NonNull
    String getUrl();

    @NonNull
    IExecutor getExecutor();
}
