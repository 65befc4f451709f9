package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.request.url.UrlDefect.Gravity;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedHostsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    static Stream<String> hosts() {
        return UrlTable.lines("refused-hosts.txt");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void refuses_a_host_in_any_disguise(String host) {
        assertThat(PublicUrl.read("http://" + UrlTable.expanded(host) + "/a.jpg")
                        .defects(NOW))
                .anyMatch(defect -> defect.gravity() == Gravity.BROKEN);
    }

    @Test
    void the_table_has_hundreds_of_rows() {
        assertThat(hosts()).hasSizeGreaterThan(450).doesNotHaveDuplicates();
    }
}
