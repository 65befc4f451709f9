package io.mediapreflight.submit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static Endpoint endpoint(String url) {
        return Endpoint.of(URI.create(url));
    }

    @Test
    void lies_below_the_base_url() {
        assertThat(endpoint("https://openapi.imini.ai/imini/router/").submit())
                .hasToString("https://openapi.imini.ai/imini/router/v1/videos/generate");
        assertThat(endpoint("https://example.org").submit()).hasToString("https://example.org/v1/videos/generate");
    }

    @Test
    void is_https_but_for_this_machine() {
        for (String url : List.of(
                "https://example.org",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:1",
                "http://127.8.9.10",
                "http://[::1]:9/x",
                "http://[0:0:0:0:0:0:0:1]")) {
            assertThat(endpoint(url).base()).hasToString(url);
        }
        for (String url : List.of(
                "http://example.org",
                "http://localhost.example.org",
                "http://127.0.0.1.nip.io",
                "http://127.1",
                "http://[::2]",
                "http://0.0.0.0",
                "http://10.0.0.1")) {
            assertThatThrownBy(() -> endpoint(url)).as(url).hasMessageStartingWith("The base URL must be");
        }
    }

    @Test
    void holds_nothing_that_does_not_belong_there() {
        for (String url : List.of(
                "https://u:secret@example.org",
                "https://example.org?secret",
                "https://example.org#secret",
                "ftp://example.org",
                "file:///etc/passwd",
                "example.org",
                "/v1",
                "https:///x",
                "https:x")) {
            assertThatThrownBy(() -> endpoint(url))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void no_task_id_leaves_its_segment() {
        Endpoint endpoint = endpoint("https://example.org/base");
        assertThat(endpoint.task("task_2042864638838083584"))
                .hasToString("https://example.org/base/v1/videos/tasks/task_2042864638838083584");
        assertThat(endpoint.task("../x?y#z%2F \u00e9\\;@"))
                .hasToString("https://example.org/base/v1/videos/tasks/..%2Fx%3Fy%23z%252F%20%C3%A9%5C%3B%40");
        for (String id : List.of("", " ", ".", "..", "x".repeat(513))) {
            assertThatThrownBy(() -> endpoint.task(id)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void has_a_port_that_there_can_be() {
        assertThat(endpoint("http://127.0.0.1:65535").base().getPort()).isEqualTo(65_535);
        for (String url : List.of("http://127.0.0.1:99999/", "https://example.org:65536", "https://example.org:0")) {
            assertThatThrownBy(() -> endpoint(url))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The base URL must have a port from 1 to 65535");
        }
    }
}
