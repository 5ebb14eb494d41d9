package io.jenkins.plugins.securityspacedns.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securityspacedns.protocol.Family;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs a detection as an agent does: in a class loader that has nothing but what is asked of it over the wire. */
@Timeout(60)
class TravelTest {

    private static final String PACKAGE = "io.jenkins.plugins.securityspacedns.";
    private static final int MOST_CLASSES = 8;
    private static final int MOST_BYTES = 50 * 1024;

    /** Loads the classes of this plugin itself, and counts them; the JDK is all it inherits. */
    private static final class AgentLoader extends ClassLoader {

        final Map<String, Integer> sizes = new ConcurrentHashMap<>();

        AgentLoader() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = TravelTest.class.getClassLoader().getResourceAsStream(file)) {
                if (!name.startsWith(PACKAGE) || in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                sizes.put(name.substring(PACKAGE.length()), bytes.length);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return in.readObject();
        }
    }

    private static DetectionResult onAgent(DetectionPlan detection, AgentLoader agent) throws Exception {
        Object there = read(written(detection), agent);
        assertThat(there.getClass().getClassLoader()).isSameAs(agent);
        Object result = there.getClass().getMethod("run").invoke(there);
        return ((DetectionResult) read(written(result), TravelTest.class.getClassLoader())).verified(detection);
    }

    @Test
    void fewAndSmallClassesTravelWhateverHappens() throws Exception {
        AgentLoader agent = new AgentLoader();
        try (FakeEcho proxy = FakeEcho.of("2.2.2.2");
                FakeEcho echo = FakeEcho.of("8.8.4.4");
                FakeEcho trace = FakeEcho.of("fl=1\nip=8.8.8.8\n");
                FakeEcho html = FakeEcho.of("<html>");
                FakeEcho almost = FakeEcho.of("1.2.3.4.5");
                FakeEcho local = FakeEcho.of("192.168.1.7");
                FakeResolver text = FakeResolver.answering(FakeResolver.txt(1, "9.9.9.9"));
                FakeResolver truncated = FakeResolver.answering();
                FakeResolver silent = FakeResolver.silent()) {
            List<String> sources = List.of(
                    "http://echo.invalid/",
                    echo.url(),
                    trace.url(),
                    html.url(),
                    almost.url(),
                    local.url(),
                    text.spec("whoami.example?type=TXT"),
                    truncated.spec("myip.example"),
                    silent.spec("myip.example"),
                    "https://127.0.0.1:1/",
                    "4.4.4.4");
            DetectionPlan detection = DetectionChecks.plan(
                    sources,
                    2,
                    Family.IPV4,
                    Duration.ofSeconds(3),
                    "test/1",
                    new ProxySettings("127.0.0.1", proxy.port(), List.of("127.*")));
            DetectionResult result = onAgent(detection, agent);
            assertThat(result.address()).isEmpty();
            assertThat(result.answers().stream().filter(SourceAnswer::counted).map(SourceAnswer::address))
                    .containsExactlyInAnyOrder("2.2.2.2", "8.8.4.4", "8.8.8.8", "9.9.9.9", "4.4.4.4");
            assertThat(result.answers()).hasSameSizeAs(sources);
        }
        assertThat(agent.sizes).hasSizeLessThanOrEqualTo(MOST_CLASSES);
        assertThat(agent.sizes.values().stream().mapToInt(Integer::intValue).sum())
                .as("bytes of %s", agent.sizes)
                .isLessThan(MOST_BYTES);
    }

    @Test
    void theValuesThatTravelArePlain() throws Exception {
        try (FakeEcho echo = FakeEcho.of("8.8.4.4")) {
            DetectionPlan detection =
                    DetectionChecks.plan(List.of(echo.url()), 1, Family.IPV4, Duration.ofSeconds(30), "test/1", null);
            DetectionResult result = onAgent(detection, new AgentLoader());
            assertThat(result.address()).isEqualTo("8.8.4.4");
            Object back = read(written(result), TravelTest.class.getClassLoader());
            assertThat(back).isEqualTo(result);
        }
    }
}
