package io.jenkins.plugins.securityspacedns.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Groovy may give in place of a string. */
class UpdateArgumentsTest {

    static Stream<Arguments> hosts() {
        return Stream.of(
                Arguments.of("a.example.com\nb.example.com", "a.example.com\nb.example.com"),
                Arguments.of(List.of("a.example.com", "b.example.com"), "a.example.com, b.example.com"),
                Arguments.of("a.example.com,b.example.com".split(","), "a.example.com, b.example.com"),
                Arguments.of(new StringBuilder("a.example.com"), "a.example.com"),
                Arguments.of(Arrays.asList("a.example.com", null), "a.example.com, null"),
                Arguments.of(List.of(), ""),
                Arguments.of(new String[0], ""),
                Arguments.of(5, "5"),
                Arguments.of(Map.of("a", "b"), "{a=b}"));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void whateverIsGivenForHostsIsAString(Object given, String hostnames) {
        assertThat(UpdateArguments.joinLists(Map.of("hostnames", given))).containsEntry("hostnames", hostnames);
    }

    @Test
    void anEmptyListOfOutcomesFailsNoBuild() {
        assertThat(UpdateArguments.joinLists(Map.of("failOn", List.of()))).containsEntry("failOn", "none");
    }

    @Test
    void nullIsNoArgument() {
        Map<String, Object> arguments = new HashMap<>(Map.of("address", "203.0.113.7"));
        arguments.put("force", null);
        arguments.put("failOn", null);
        assertThat(UpdateArguments.joinLists(arguments)).containsOnlyKeys("address");
    }
}
