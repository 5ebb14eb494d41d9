package io.jenkins.plugins.securityspacedns.bench;

/**
 * One lap of one contestant.
 *
 * @param task the work
 * @param run whether it was the first, or the one after it, in which nothing is left to do
 * @param contestant who ran it
 * @param round laps of one round ran next to each other
 * @param effort what it took
 * @param traffic what the simulator saw
 */
record Lap(Task task, Run run, String contestant, int round, Effort effort, Track.Traffic traffic) {

    enum Run {
        FIRST("first run"),
        UNCHANGED("unchanged run");

        final String words;

        Run(String words) {
            this.words = words;
        }
    }

    double milliseconds() {
        return effort.nanos() / 1e6;
    }
}
