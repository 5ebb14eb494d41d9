package io.jenkins.plugins.securityspacedns.harness;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.securityspacedns.config.SecuritySpaceDnsConfiguration;
import io.jenkins.plugins.securityspacedns.simulator.Simulator;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated SecuritySpace for each test, with an account for {@code a.example.com} and {@code b.example.com}, and the
 * Jenkins under test configured for it.
 */
public final class SimulatedDns implements AfterEachCallback {

    /** The user name of the account, and the id of its credentials. */
    public static final String ALICE = "alice";

    /** The password of the account; it looks different in Base64, in a URL and in XML. */
    public static final String PASSWORD = "geheim & <s3cret>/+4711";

    private final Simulator simulator = Simulator.start();

    /** Starts the simulator and adds the account. */
    public SimulatedDns() {
        simulator.addAccount(ALICE, PASSWORD, "a.example.com", "b.example.com");
    }

    /**
     * @return the simulator
     */
    public Simulator simulator() {
        return simulator;
    }

    /** Makes Jenkins send to the simulator, detect addresses with its echoes, and use the account by default. */
    public void configure() throws IOException, Descriptor.FormException {
        configure(simulator.httpEndpoint().toString(), simulator.echoUri("one") + " " + simulator.echoUri("two"));
    }

    /** The same for a simulator that runs in another process. */
    public static void configure(String endpoint, String sources) throws IOException, Descriptor.FormException {
        addCredentials(ALICE, ALICE, PASSWORD);
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint(endpoint);
        configuration.setSources(sources);
        configuration.setCredentialsId(ALICE);
        configuration.save();
    }

    /** Adds credentials for everybody to Jenkins. */
    public static void addCredentials(String id, String username, String password)
            throws IOException, Descriptor.FormException {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, null, username, password));
        provider.save();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }
}
