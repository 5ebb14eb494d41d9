package io.jenkins.plugins.securityspacedns.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Any text as a ledger: it is refused as a whole, or means exactly what it says. */
public final class LedgerTextFuzz {

    private LedgerTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Map<AccountKey, AccountState> accounts;
        try {
            accounts = LedgerText.parse(new String(data, StandardCharsets.UTF_8), "first");
        } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        try {
            assertThat(LedgerText.parse(LedgerText.format(accounts), "first")).isEqualTo(accounts);
        } catch (IOException e) {
            throw new AssertionError("what was read cannot be read again once written", e);
        }
    }
}
