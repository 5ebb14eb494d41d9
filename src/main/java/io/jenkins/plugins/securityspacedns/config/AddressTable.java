package io.jenkins.plugins.securityspacedns.config;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.securityspacedns.address.DetectionResult;
import io.jenkins.plugins.securityspacedns.address.SourceAnswer;
import io.jenkins.plugins.securityspacedns.agent.AgentAddressFinder;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the button beside the sources shows: what each source said, how long it took, and what would be taken. */
final class AddressTable {

    private AddressTable() {}

    static FormValidation show(Supplier<AgentAddressFinder> finder) throws InterruptedException {
        DetectionResult result;
        try {
            result = finder.get().answers();
        } catch (InvalidInputException e) {
            return Settings.refused(e);
        }
        String rows = result.answers().stream().map(AddressTable::row).collect(Collectors.joining());
        String table = "<table class=\"jenkins-table jenkins-table--small\"><thead>"
                + row(
                        "th",
                        Messages.AddressTable_source(),
                        Messages.AddressTable_answer(),
                        Messages.AddressTable_time())
                + "</thead><tbody>" + rows + "</tbody></table>";
        // The first line says why; the others would tell again what each source said.
        String why = PageText.of(result.reason().lines().findFirst().orElse(""));
        return result.address().isEmpty()
                ? FormValidation.errorWithMarkup(Util.escape(Messages.AddressTable_none(why)) + table)
                : FormValidation.okWithMarkup(Util.escape(Messages.AddressTable_taken(result.address())) + table);
    }

    private static String row(SourceAnswer answer) {
        String said = PageText.of(answer.text());
        String text = answer.proxied() ? Messages.AddressTable_proxied(said) : said;
        return row("td", answer.source(), text, answer.milliseconds() + "\u00a0ms");
    }

    private static String row(String cell, String... texts) {
        return Arrays.stream(texts)
                .map(text -> "<" + cell + ">" + Util.escape(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
