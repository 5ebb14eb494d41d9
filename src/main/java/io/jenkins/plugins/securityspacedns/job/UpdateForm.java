package io.jenkins.plugins.securityspacedns.job;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.address.AddressRules;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.PageText;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.config.Settings;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.Outcome;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The form of an update in a job, which the Pipeline step and the freestyle builder share. Nobody gets an answer who may
 * not configure the job.
 */
public interface UpdateForm extends FamilyChoice, CustomDescribableModel {

    @Override
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return UpdateArguments.joinLists(arguments);
    }

    /** Fills the list of credentials. */
    @POST
    default ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        FamilyChoice.checkMaySee(item);
        StandardListBoxModel list = new StandardListBoxModel();
        String defaultId = SecuritySpaceDnsConfiguration.get().getCredentialsId();
        list.add(defaultId.isEmpty() ? Messages.UpdateForm_noDefault() : Messages.UpdateForm_default(defaultId), "");
        boolean mayUse = item == null || item.hasAnyPermission(Item.CONFIGURE, CredentialsProvider.USE_ITEM);
        if (mayUse) {
            list.includeMatchingAs(
                    AccountLookup.user(item),
                    item,
                    StandardUsernamePasswordCredentials.class,
                    AccountLookup.domain(SecuritySpaceDnsConfiguration.get().getEndpoint()),
                    AccountLookup.FOR_JOBS);
        }
        list.includeCurrentValue(credentialsId);
        return list;
    }

    /** Checks the host names, unless there are none yet or they contain build variables. */
    @POST
    default FormValidation doCheckHostnames(@AncestorInPath Item item, @QueryParameter String value) {
        checkMayConfigure(item);
        String hosts = Util.fixNull(value);
        return hosts.isBlank() || hosts.contains("$")
                ? FormValidation.ok()
                : Settings.check(() -> RequestedHosts.parse(List.of(hosts)));
    }

    /** Checks the address, unless it is empty or contains build variables. */
    @POST
    default FormValidation doCheckAddress(@AncestorInPath Item item, @QueryParameter String value) {
        checkMayConfigure(item);
        String text = Util.fixNull(value);
        if (text.isBlank() || text.contains("$")) {
            return FormValidation.ok();
        }
        try {
            IpAddress address = IpAddress.parse(text);
            AddressRules.requireUnicast(address);
            Optional<String> notice = AddressRules.notice(address);
            return notice.map(mind -> FormValidation.warning(PageText.of(mind))).orElseGet(FormValidation::ok);
        } catch (InvalidInputException e) {
            return Settings.refused(e);
        }
    }

    /** {@return the outcomes that fail the build if the job names none} */
    default String getDefaultFailOn() {
        return FailOn.DEFAULT.outcomes().stream().sorted().map(Outcome::word).collect(Collectors.joining(", "));
    }

    /** Offers outcomes that may fail the build. */
    @POST
    default AutoCompletionCandidates doAutoCompleteFailOn(@AncestorInPath Item item, @QueryParameter String value) {
        FamilyChoice.checkMaySee(item);
        String begun =
                Util.fixNull(value).replaceFirst("(?s).*[,\\s](?=\\S)", "").strip();
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        Stream.concat(
                        Arrays.stream(Outcome.values())
                                .filter(Outcome::isProblem)
                                .map(Outcome::word),
                        Stream.of("any", "none"))
                .filter(word -> word.startsWith(begun))
                .forEach(candidates::add);
        return candidates;
    }

    /** Checks the outcomes that fail the build. */
    @POST
    default FormValidation doCheckFailOn(@AncestorInPath Item item, @QueryParameter String value) {
        checkMayConfigure(item);
        return Settings.check(() -> FailOn.parse(UpdateArguments.words(Util.fixNull(value))));
    }

    private static void checkMayConfigure(Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }
}
