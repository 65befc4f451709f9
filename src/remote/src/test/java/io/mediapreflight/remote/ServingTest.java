package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.ContentRange;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says besides the file, and in its place. */
class ServingTest {
    private static final byte[] IMAGE = PngBuilder.image().size(400, 400).bytes();
    private static final byte[] CLIP = Mp4Builder.clip().bytes();

    private static MediaVerdict served(TestServer.Handler handler, String path) throws IOException {
        try (TestServer server = TestServer.start(handler)) {
            return Fetchers.check(server.url(path), Subject.anything());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, fail, the server has no such file (404)",
        "410, fail, the server no longer has this file (410)",
        "401, unknown, 'the server asks for a login (401), as seen from here'",
        "403, unknown, 'the server refuses access (403), as seen from here'",
        "429, unknown, the server takes no more requests at present (429)",
        "500, unknown, the server failed (500)",
        "503, unknown, the server failed (503)",
        "204, unknown, the server responds with status 204",
        "418, unknown, the server responds with status 418",
        "304, unknown, the server responds with status 304"
    })
    void a_status_without_a_file_is_said(int status, String outcome, String reason) throws IOException {
        MediaVerdict verdict =
                served((request, out, connection) -> TestServer.head(out, status, "Content-Length: 0"), "/clip.mp4");
        assertThat(verdict.outcomeId()).isEqualTo(outcome);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(RuleId.FILE_ACCESS);
            assertThat(finding.message()).contains(reason);
        });
    }

    @Test
    void an_encoding_in_a_second_header_is_seen() throws IOException {
        Serving serving = Serving.of(IMAGE)
                .withoutRanges()
                .header("Content-Encoding: identity")
                .header("Content-Encoding: gzip");
        assertThat(served(serving, "/image.png").outcomeId()).isEqualTo("unknown");
    }

    @Test
    void a_login_says_how_it_is_asked_for() throws IOException {
        MediaVerdict verdict = served(
                (request, out, connection) ->
                        TestServer.head(out, 401, "WWW-Authenticate: Basic realm=\"x\"", "Content-Length: 0"),
                "/clip.mp4");
        assertThat(verdict.findings().get(0).message()).contains("a login (401), as seen from here, by Basic");
    }

    @Test
    void an_html_page_fails() throws IOException {
        byte[] page = "<!DOCTYPE html><html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(served(Serving.of(page).type("text/html"), "/clip.mp4"))
                .fails(RuleId.FILE_ACCESS, RuleId.MEDIA_KIND);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, pass", "application/octet-stream, pass", "binary/octet-stream, pass", "image/jpeg, warn",
        "text/html, warn", "video/mp4, warn", "text/plain; charset=utf-8, warn", "x, pass"
    })
    void a_media_type_that_contradicts_the_content_is_a_warning(String type, String outcome) throws IOException {
        assertThat(served(Serving.of(IMAGE).type(type), "/a.png").outcomeId()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"video/mp4, pass", "video/quicktime, warn", "image/jpeg, warn", "audio/mp4, warn", "video/*, pass"})
    void so_it_is_of_a_video(String type, String outcome) throws IOException {
        assertThat(served(Serving.of(CLIP).type(type), "/a.mp4").outcomeId()).isEqualTo(outcome);
    }

    @Test
    void the_extension_in_the_url_counts_as_that_of_a_file() throws IOException {
        assertThat(served(Serving.of(IMAGE), "/a.jpg?x=1")).warnsOnly(RuleId.IMAGE_NAME);
        assertThat(served(Serving.of(IMAGE), "/download?file=a.jpg")).passes();
    }

    @Test
    void an_empty_file_is_one() throws IOException {
        assertThat(served(Serving.of(new byte[0]), "/a.png")).fails();
        assertThat(served(Serving.of(new byte[0]), "/a.png")).hasBytes(0);
        assertThat(served(Serving.of(new byte[0]).withoutRanges(), "/a.png")).hasBytes(0);
    }

    @Test
    void redirects_are_followed_five_times_and_no_further() throws IOException {
        Map<Integer, String> outcomes = new TreeMap<>();
        Serving honest = Serving.of(IMAGE);
        for (int count : new int[] {1, 5, 6}) {
            MediaVerdict verdict = served(
                    (request, out, connection) -> {
                        int hop = Integer.parseInt(request.target().substring(1, 2));
                        if (hop < count) {
                            TestServer.head(out, 302, "Location: " + (hop + 1) + ".png", "Content-Length: 0");
                        } else {
                            honest.respond(request, out, connection);
                        }
                    },
                    "/0.png");
            outcomes.put(count, verdict.outcomeId());
        }
        assertThat(outcomes).isEqualTo(Map.of(1, "pass", 5, "pass", 6, "unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b/c?d, x.png, http://a.example/b/x.png",
        "http://a.example/b/c, ../x.png?y=1, http://a.example/x.png?y=1",
        "http://a.example/b/c/, ./x, http://a.example/b/c/x",
        "http://a.example, x, http://a.example/x",
        "http://a.example/b?c, ?d, http://a.example/b?d",
        "https://a.example/b, //c.example/d, https://c.example/d",
        "https://a.example/b, /c/../d/./e, https://a.example/d/e",
        "https://a.example/b, http://c.example/d, http://c.example/d",
        "https://a.example/b, /../../d, https://a.example/d"
    })
    void a_location_is_resolved_as_browsers_do(String base, String location, String url) {
        assertThat(Redirect.resolve(base, location)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes 0-9/10            | ContentRange[first=0, last=9, size=OptionalLong[10]]
            Bytes 5-9/*             | ContentRange[first=5, last=9, size=OptionalLong.empty]
            bytes */10              | ContentRange[first=-1, last=-1, size=OptionalLong[10]]
            bytes 9-0/10            | none
            bytes 0-10/10           | none
            bytes -5/10             | none
            bytes 0-9               | none
            bytes */*               | none
            items 0-9/10            | none
            bytes 0-9/99999999999999999999 | none
            """)
    void a_content_range_is_read_or_not(String value, String expected) {
        assertThat(ContentRange.read(value).map(Object::toString).orElse("none"))
                .isEqualTo(expected);
    }
}
