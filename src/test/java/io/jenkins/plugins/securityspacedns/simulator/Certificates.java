package io.jenkins.plugins.securityspacedns.simulator;

import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The simulator's certificate authority and the sound and unsound certificates that its servers show. */
final class Certificates {

    /** The one of all simulators of a program. */
    static final HeldCertificate AUTHORITY = authority("SecuritySpace simulator CA");

    /** What is sound. It is made once: to store its key takes longer than most tests. */
    static final SSLContext SOUND = context(AUTHORITY, forLoopback().build(AUTHORITY));

    private Certificates() {}

    static SSLContext expired() {
        Instant now = Instant.now();
        long yesterday = now.minus(Duration.ofDays(1)).toEpochMilli();
        return context(
                AUTHORITY,
                forLoopback()
                        .validity(now.minus(Duration.ofDays(30)).toEpochMilli(), yesterday)
                        .build(AUTHORITY));
    }

    static SSLContext forOtherHost() {
        return context(AUTHORITY, new Leaf("secure1.example.net").build(AUTHORITY));
    }

    static SSLContext fromUnknownAuthority() {
        // The same name as the trusted authority: only the signature tells them apart.
        HeldCertificate unknown = authority("SecuritySpace simulator CA");
        return context(unknown, forLoopback().build(unknown));
    }

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }

    private static Leaf forLoopback() {
        return new Leaf("localhost", "127.0.0.1");
    }

    private static SSLContext context(HeldCertificate signer, HeldCertificate leaf) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(leaf, signer.certificate())
                .build()
                .sslContext();
    }

    /** A server certificate in the making. */
    private static final class Leaf {
        private final HeldCertificate.Builder builder = new HeldCertificate.Builder();

        Leaf(String... names) {
            builder.commonName(names[0]);
            for (String name : names) {
                builder.addSubjectAlternativeName(name);
            }
        }

        Leaf validity(long notBefore, long notAfter) {
            builder.validityInterval(notBefore, notAfter);
            return this;
        }

        HeldCertificate build(HeldCertificate signer) {
            return builder.signedBy(signer).build();
        }
    }
}
