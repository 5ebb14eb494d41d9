package io.jenkins.plugins.securityspacedns.job;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.protocol.Family;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.verb.POST;

/** The form of a step that finds an address. */
public interface FamilyChoice {

    /** Fills the list of address families. */
    @POST
    default ListBoxModel doFillFamilyItems(@AncestorInPath Item item) {
        checkMaySee(item);
        ListBoxModel list = new ListBoxModel();
        Family family = Family.parse(SecuritySpaceDnsConfiguration.get().getFamily());
        list.add(Messages.UpdateForm_default(family.displayName()), "");
        for (Family choice : Family.values()) {
            list.add(choice.displayName(), choice.word());
        }
        return list;
    }

    /** Lets only those see what there is to choose who may see or make the configuration. */
    static void checkMaySee(@CheckForNull Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkAnyPermission(Item.EXTENDED_READ, CredentialsProvider.USE_ITEM, Item.CONFIGURE);
        }
    }
}
