package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import io.jenkins.plugins.securityspacedns.protocol.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which problems fail a build; every other problem makes it unstable.
 *
 * @param outcomes the outcomes that fail it
 */
public record FailOn(Set<Outcome> outcomes) {

    private static final String ANY = "any";
    private static final String NONE = "none";

    private static final Set<Outcome> PROBLEMS =
            Arrays.stream(Outcome.values()).filter(Outcome::isProblem).collect(Collectors.toUnmodifiableSet());

    /** What fails a build if nobody says otherwise: what somebody must solve. */
    public static final FailOn DEFAULT = new FailOn(Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.defaultVerdict() == Verdict.FAILURE)
            .collect(Collectors.toUnmodifiableSet()));

    public FailOn {
        outcomes = Set.copyOf(outcomes);
    }

    /**
     * @param words names of problems, such as {@code badauth}, or {@code any} for all; no word, or {@code none} alone,
     *     if nothing fails the build
     * @return the choice
     * @throws InvalidInputException if a word names no problem
     */
    public static FailOn parse(Collection<String> words) {
        Set<Outcome> chosen = EnumSet.noneOf(Outcome.class);
        if (words.size() == 1 && words.iterator().next().strip().equalsIgnoreCase(NONE)) {
            return new FailOn(chosen);
        }
        for (String word : words) {
            if (word.strip().equalsIgnoreCase(ANY)) {
                chosen.addAll(PROBLEMS);
            } else {
                chosen.add(
                        Outcome.ofWord(word.strip()).filter(Outcome::isProblem).orElseThrow(() -> unknown(word)));
            }
        }
        return new FailOn(chosen);
    }

    private static InvalidInputException unknown(String word) {
        String known = PROBLEMS.stream().sorted().map(Outcome::word).collect(Collectors.joining(", "));
        return new InvalidInputException("A build cannot fail on \"" + Printable.excerpt(word)
                + "\", which is not the name of a problem. Choose from " + known + ", or say any, or none alone.");
    }

    /** {@return what an outcome other than {@code deferred} means for the build} */
    public Verdict verdict(Outcome outcome) {
        if (!outcome.isProblem()) {
            return Verdict.SUCCESS;
        }
        return outcomes.contains(outcome) ? Verdict.FAILURE : Verdict.UNSTABLE;
    }

    /** {@return what {@code deferred} means for the build if this outcome set the stop or hold} */
    public Verdict verdictOfDeferred(Outcome cause) {
        return verdict(cause).worst(verdict(Outcome.DEFERRED));
    }
}
