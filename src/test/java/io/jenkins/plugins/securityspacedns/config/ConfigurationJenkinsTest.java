package io.jenkins.plugins.securityspacedns.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The form of the global configuration. */
@WithJenkins
class ConfigurationJenkinsTest {

    @Test
    void theFormKeepsWhatWasConfigured(JenkinsRule jenkins) throws Exception {
        SecuritySpaceDnsConfiguration configuration = SecuritySpaceDnsConfiguration.get();
        configuration.setEndpoint("https://dns.example.com/update");
        configuration.setMethod("POST");
        configuration.setSources("https://one.example.com/ip https://two.example.com/ip");
        configuration.setAgreement(1);
        configuration.setKeepAliveDays(0);
        configuration.setRequestSeconds(31);

        jenkins.configRoundtrip();

        assertThat(configuration.getEndpoint()).isEqualTo("https://dns.example.com/update");
        assertThat(configuration.getMethod()).isEqualTo("POST");
        assertThat(configuration.getSources()).isEqualTo("https://one.example.com/ip\nhttps://two.example.com/ip");
        assertThat(configuration.getAgreement()).isEqualTo(1);
        assertThat(configuration.getKeepAliveDays()).isZero();
        assertThat(configuration.getRequestSeconds()).isEqualTo(31);
    }
}
