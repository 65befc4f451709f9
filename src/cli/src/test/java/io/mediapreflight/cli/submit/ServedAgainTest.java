package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.check.UrlServer;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code submit} reads the media at their URLs, and looks at them once more just before it sends. */
class ServedAgainTest extends ServiceTest {
    private static final String PLAIN = REQUEST.replace("https://", "http://");

    @Test
    void a_request_whose_urls_serve_its_media_is_sent_without_local_files() throws IOException {
        try (UrlServer urls = UrlServer.ofSamples()) {
            Run run = run("submit", "--proxy", urls.proxy(), file("request.json", PLAIN));
            assertThat(run.out()).isEqualTo("task_1\n");
            assertThat(urls.counts()).isEqualTo(Map.of("a.jpg", 2, "b.mp4", 2));
        }
    }

    @Test
    void one_whose_url_serves_something_else_by_then_is_not_sent() throws IOException {
        try (UrlServer urls = UrlServer.ofSamples().later("b.mp4", new byte[100])) {
            Run run = run("submit", "--proxy", urls.proxy(), file("request.json", PLAIN));
            assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
            assertThat(run.err())
                    .contains(
                            "The URL in reference_videos[0].url no longer serves what was checked: it now serves 100 bytes");
            assertThat(service.posts()).isEmpty();
            assertThat(urls.counts()).isEqualTo(Map.of("a.jpg", 2, "b.mp4", 2));
        }
    }

    @Test
    void one_whose_url_serves_nothing_is_not_sent() throws IOException {
        try (UrlServer urls = UrlServer.ofSamples()) {
            Run run = run("submit", "--proxy", urls.proxy(), file("request.json", PLAIN.replace("b.mp4", "c.mp4")));
            assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
            assertThat(run.err()).contains("request.video.reachable");
            assertThat(service.posts()).isEmpty();
        }
    }
}
