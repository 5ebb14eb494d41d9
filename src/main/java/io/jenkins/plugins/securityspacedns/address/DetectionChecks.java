package io.jenkins.plugins.securityspacedns.address;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Printable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks what a {@link DetectionPlan} is made of before it runs, and what its result is made of afterwards. */
public final class DetectionChecks {

    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);

    private DetectionChecks() {}

    /**
     * Makes a plan; nothing is sent yet.
     *
     * @param specs the specs of the sources, see {@link Source}; the same text twice is asked once
     * @param agreement how many independent sources have to name the same address, 1 or more
     * @param family the family of the address wanted
     * @param deadline for the whole, from 1 millisecond to 10 minutes
     * @param userAgent the header {@code User-Agent} of HTTP requests, visible ASCII
     * @param proxy the proxy for HTTP(S) sources, or null for what the system properties of the JVM say
     * @return the plan
     * @throws InvalidInputException if a source cannot be read or is a fixed value of the other family, if there
     *     are fewer independent sources than have to agree, or if another value is out of its bounds
     */
    public static DetectionPlan plan(
            List<String> specs,
            int agreement,
            Family family,
            Duration deadline,
            String userAgent,
            ProxySettings proxy) {
        List<Source> sources = specs.stream().map(Source::parse).toList();
        if (sources.isEmpty()) {
            throw new InvalidInputException("There is no source to ask for the public address. Name at least one.");
        }
        Map<String, String> operators = new LinkedHashMap<>();
        for (Source source : sources) {
            operators.put(source.spec(), source.operator());
            if (source.fixed().filter(address -> address.family() != family).isPresent()) {
                throw new InvalidInputException("The fixed address " + source.spec() + " is not an "
                        + family.displayName() + " address, and one is asked for.");
            }
        }
        requireAgreement(sources, agreement);
        if (deadline.compareTo(Duration.ofMillis(1)) < 0 || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new InvalidInputException(
                    "The deadline for finding the public address has to be between 1 millisecond"
                            + " and 10 minutes, not " + deadline.toSeconds() + " s.");
        }
        if (!userAgent.matches("[\\x21-\\x7e][\\x20-\\x7e]{0,199}")) {
            throw new InvalidInputException("The User-Agent \"" + Printable.excerpt(userAgent)
                    + "\" has to be 1 to 200 ASCII characters, the first of them visible.");
        }
        return new DetectionPlan(
                operators, agreement, family == Family.IPV6, deadline.toMillis(), userAgent, proxy, false);
    }

    private static void requireAgreement(List<Source> sources, int agreement) {
        if (agreement < 1) {
            throw new InvalidInputException("The agreement has to be 1 or more sources, not " + agreement + ".");
        }
        long independent = sources.stream().map(Source::operator).distinct().count();
        if (agreement > independent) {
            List<String> listed =
                    sources.stream().map(Source::toString).distinct().toList();
            throw new InvalidInputException("Agreement " + agreement + " needs at least " + agreement
                    + " independent sources, " + independent + " given: " + String.join(", ", listed) + "."
                    + (listed.size() > independent ? " Sources of one host or operator count once." : ""));
        }
    }

    /** {@return all that a plan asks and how, as a text that is the same for equal plans} */
    public static String text(DetectionPlan plan) {
        return String.join(" ", plan.sources()) + " agreement " + plan.agreement() + " ipv6 " + plan.isIpv6()
                + " deadline " + plan.deadline() + " agent " + plan.userAgent + " proxy " + plan.proxy
                + (plan.waitingForAll ? " all" : "");
    }

    /** Refuses a proxy that cannot be one; nothing is repeated of a host, which may hold a password by mistake. */
    static void requireProxy(String host, int port) {
        if (!host.matches("[A-Za-z0-9._:-]+")) {
            refuse("The proxy host has to be a host name or an address alone, without a scheme, a user or blanks.");
        }
        if (port < 1 || port > 65535) {
            refuse("The proxy port has to be between 1 and 65535, not " + port + ".");
        }
    }

    /** Throws, for classes that travel: to throw it themselves, they would have to take the exception's class along. */
    static void refuse(String message) {
        throw new InvalidInputException(message);
    }

    /** The work of {@link DetectionResult#verified}. */
    static DetectionResult verified(DetectionPlan plan, List<SourceAnswer> answers) {
        List<String> missing = plan.sources();
        List<SourceAnswer> checked = new ArrayList<>();
        for (SourceAnswer answer : answers) {
            if (answer != null && missing.remove(answer.source())) {
                checked.add(verified(plan, answer));
            }
        }
        String address = plan.established(checked);
        String unheard = address.isEmpty() ? "nothing is known of its answer" : "not waited for";
        missing.forEach(source -> checked.add(new SourceAnswer(source, "", unheard, 0, false)));
        if (!address.isEmpty()) {
            String router = checked.stream()
                    .filter(answer -> answer.text().startsWith("your router"))
                    .map(answer -> "Mind: " + answer.text() + ".")
                    .distinct()
                    .collect(Collectors.joining(" "));
            return new DetectionResult(address, checked, router);
        }
        String said = checked.stream()
                .map(answer -> "\n" + answer.source()
                        + (answer.proxied()
                                ? " over a proxy: "
                                : answer.source().endsWith(":") ? " " : ": ") + answer.text() + ".")
                .collect(Collectors.joining());
        Family family = plan.isIpv6() ? Family.IPV6 : Family.IPV4;
        return new DetectionResult(
                "",
                checked,
                "No public " + family.displayName() + " address could be established, because " + why(plan, checked)
                        + "." + said);
    }

    private static String why(DetectionPlan plan, List<SourceAnswer> answers) {
        List<String> named = answers.stream()
                .filter(SourceAnswer::counted)
                .map(SourceAnswer::address)
                .distinct()
                .toList();
        if (named.size() > 1) {
            return "the sources named " + String.join(" and ", named) + ", and one address has to have more independent"
                    + " sources than every other, and at least " + plan.agreement();
        }
        return plan.agreement() == 1
                ? "no source named one"
                : "no " + plan.agreement() + " independent sources named the same one"
                        + (answers.stream().anyMatch(SourceAnswer::proxied)
                                ? "; those asked over a proxy do not add to the others"
                                : "");
    }

    /** The work of {@link DetectionResult#established}. */
    static Optional<IpAddress> established(String address) {
        return AddressRules.literal(address) == null
                ? Optional.empty()
                : Optional.of(IpAddress.parse(address)).filter(AddressRules::isGloballyRoutable);
    }

    private static SourceAnswer verified(DetectionPlan plan, SourceAnswer answer) {
        String said = Objects.toString(answer.failure(), "");
        String address = Objects.toString(answer.address(), "");
        String failure;
        if (address.isEmpty()) {
            failure = said.isBlank() ? "no address" : SourceFailure.words(plan, answer.source(), said);
        } else {
            try {
                IpAddress parsed = IpAddress.parse(address);
                address = parsed.toString();
                failure = objection(plan, answer.source(), parsed);
            } catch (InvalidInputException e) {
                failure = "not an address: \"" + Printable.excerpt(address) + '"';
                address = "";
            }
        }
        long milliseconds = Math.max(0, answer.milliseconds());
        return new SourceAnswer(answer.source(), address, failure, milliseconds, answer.proxied());
    }

    private static String objection(DetectionPlan plan, String source, IpAddress address) {
        String notice = AddressRules.notice(address).orElse("");
        if (plan.isRouter(source) && notice.contains("(RFC 6598)")) {
            return "your router's own address is " + address
                    + ": the provider uses carrier-grade NAT, no name can lead to it";
        }
        if (plan.isRouter(source) && notice.contains("(RFC 1918)")) {
            return "your router's own address is " + address
                    + ": it is behind another router (NAT), no name can lead to it";
        }
        Family family = plan.isIpv6() ? Family.IPV6 : Family.IPV4;
        return address.family() == family ? notice : address + " is not an " + family.displayName() + " address";
    }
}
