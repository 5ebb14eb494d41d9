package jenkins.agents;

public interface IOfflineCause {

    long getTimestamp();
}
