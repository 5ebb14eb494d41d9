package io.jenkins.plugins.securityspacedns.job;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.address.AddressRules;
import io.jenkins.plugins.securityspacedns.config.AccountLookup;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.InvalidInputException;
import io.jenkins.plugins.securityspacedns.protocol.IpAddress;
import io.jenkins.plugins.securityspacedns.protocol.RequestedHosts;
import io.jenkins.plugins.securityspacedns.update.FailOn;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The form of an update in a job. Nobody gets an answer who may not configure the job. */
final class UpdateForm {

    private UpdateForm() {}

    static ListBoxModel credentials(Item item, String current) {
        AccessControlled owner = item == null ? Jenkins.get() : item;
        owner.checkAnyPermission(
                item == null ? Jenkins.ADMINISTER : Item.EXTENDED_READ, CredentialsProvider.USE_ITEM, Item.CONFIGURE);
        StandardListBoxModel list = new StandardListBoxModel();
        list.includeEmptyValue();
        boolean mayUse = item == null || item.hasAnyPermission(Item.CONFIGURE, CredentialsProvider.USE_ITEM);
        if (mayUse) {
            Authentication user = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
            list.includeMatchingAs(
                    user,
                    item,
                    StandardUsernamePasswordCredentials.class,
                    AccountLookup.domain(SecuritySpaceDnsConfiguration.get().getEndpoint()),
                    CredentialsMatchers.always());
        }
        list.includeCurrentValue(current);
        return list;
    }

    static FormValidation checkHostnames(Item item, String value) {
        checkMayConfigure(item);
        return value.contains("$") ? FormValidation.ok() : check(() -> RequestedHosts.parse(List.of(value)));
    }

    static FormValidation checkAddress(Item item, String value) {
        checkMayConfigure(item);
        if (value.isBlank() || value.contains("$")) {
            return FormValidation.ok();
        }
        try {
            IpAddress address = IpAddress.parse(value);
            AddressRules.requireUnicast(address);
            Optional<String> notice = AddressRules.notice(address);
            return notice.map(FormValidation::warning).orElseGet(FormValidation::ok);
        } catch (InvalidInputException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static FormValidation checkFailOn(Item item, String value) {
        checkMayConfigure(item);
        return check(() -> FailOn.parse(UpdateArguments.words(value)));
    }

    private static void checkMayConfigure(Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }

    private static FormValidation check(Runnable reader) {
        try {
            reader.run();
            return FormValidation.ok();
        } catch (InvalidInputException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
