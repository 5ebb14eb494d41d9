package io.jenkins.plugins.securityspacedns.update;

import io.jenkins.plugins.securityspacedns.address.AddressRules;
import io.jenkins.plugins.securityspacedns.address.DetectionPlan;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the public address that hosts are to get. */
@FunctionalInterface
public interface AddressFinder {

    /** How long an address that was found may be used: later it may have changed. */
    Duration FRESH = Duration.ofMinutes(1);

    /**
     * @return what was found
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    Found find() throws InterruptedException;

    /**
     * What was found.
     *
     * @param address the address, if one could be established
     * @param explanation a sentence that says how, or why not; more lines tell the details
     * @param at when it was looked for; empty if the address was given and never gets old
     */
    record Found(Optional<IpAddress> address, String explanation, Optional<Instant> at) {

        /** {@return how much longer the address may be used; negative if it has to be found again} */
        Duration left(Instant now) {
            return at.map(begin -> FRESH.minus(Duration.between(begin, now).abs()))
                    .orElse(FRESH);
        }

        /** {@return whether the address has to be found again} */
        public boolean isOld(Instant now) {
            return left(now).isNegative();
        }

        /** {@return what the verified result of a detection that began then says} */
        public static Found of(DetectionResult result, Instant at) {
            Optional<IpAddress> address = result.established();
            if (address.isEmpty()) {
                return new Found(address, result.reason(), Optional.of(at));
            }
            String sources = result.answers().stream()
                    .filter(answer -> answer.counted() && answer.address().equals(result.address()))
                    .map(SourceAnswer::source)
                    .collect(Collectors.joining(", "));
            String router = result.reason().isEmpty() ? "" : " " + result.reason();
            return new Found(
                    address,
                    "The public address is " + result.address() + ", says " + sources + "." + router,
                    Optional.of(at));
        }
    }

    /**
     * Takes an address that somebody gives. It need not be public; a notice says where it is not.
     *
     * @param literal the address
     * @return tells this address
     * @throws InvalidInputException if it is not the address of one host
     */
    static AddressFinder given(String literal) {
        IpAddress address = IpAddress.parse(literal);
        AddressRules.requireUnicast(address);
        String notice =
                AddressRules.notice(address).map(text -> " Mind: " + text + ".").orElse("");
        Found found =
                new Found(Optional.of(address), "The address " + address + " is given." + notice, Optional.empty());
        return () -> found;
    }

    /** {@return finds no address, and says why in a sentence} */
    static AddressFinder none(String why) {
        return () -> new Found(Optional.empty(), why, Optional.empty());
    }

    /** {@return detects the public address of this machine, and tells by this clock when that began} */
    static AddressFinder detecting(DetectionPlan detection, Clock clock) {
        return () -> {
            Instant begin = clock.instant();
            return Found.of(detection.run().verified(detection), begin);
        };
    }
}
