package io.jenkins.plugins.securityspacedns.accounts;

import io.jenkins.plugins.securityspacedns.ledger.SetAside;
import java.util.Date;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A file of the ledger that could not be read and was set aside. */
@ExportedBean(defaultVisibility = 999)
public final class SetAsideReport {

    private final SetAside setAside;

    SetAsideReport(SetAside setAside) {
        this.setAside = setAside;
    }

    /** {@return its name in the folder of the ledger} */
    @Exported
    public String getFile() {
        return setAside.file();
    }

    /** {@return when it was set aside, in milliseconds since 1970-01-01T00:00:00Z in the remote API} */
    @Exported
    public Date getAt() {
        return Date.from(setAside.at());
    }
}
