package io.jenkins.plugins.securityspacedns.accounts;

import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Credentials that hold the user name of an account. */
@ExportedBean(defaultVisibility = 999)
public final class KnownCredentials {

    private final String id;
    private final String description;
    private final String folder;

    KnownCredentials(String id, String description, String folder) {
        this.id = id;
        this.description = description;
        this.folder = folder;
    }

    /** {@return their id} */
    @Exported
    public String getId() {
        return id;
    }

    /** {@return what they are for, as somebody described them; may be empty} */
    @Exported
    public String getDescription() {
        return description;
    }

    /** {@return the full name of the folder that holds them, empty if they are Jenkins' own} */
    @Exported
    public String getFolder() {
        return folder;
    }
}
