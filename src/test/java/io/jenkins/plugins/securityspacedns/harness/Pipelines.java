package io.jenkins.plugins.securityspacedns.harness;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Pipelines in the sandbox. */
public final class Pipelines {

    private Pipelines() {}

    /** Makes a job of a script. */
    public static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** Runs a script to its end, which has to have this result. */
    public static WorkflowRun build(JenkinsRule jenkins, Result result, String script) throws Exception {
        return jenkins.buildAndAssertStatus(result, job(jenkins, script));
    }

    /** Starts a script and does not wait for its end. */
    public static WorkflowRun start(JenkinsRule jenkins, String script) throws Exception {
        return job(jenkins, script).scheduleBuild2(0).waitForStart();
    }
}
