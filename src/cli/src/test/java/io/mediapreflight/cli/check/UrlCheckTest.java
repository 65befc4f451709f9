package io.mediapreflight.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** URLs on the command line, through a proxy that serves every host: no name of these tests is looked up. */
class UrlCheckTest {
    private final UrlServer server;

    UrlCheckTest() throws IOException {
        server = new UrlServer()
                .with("drawing.png", bytes("drawing.png"))
                .with("clip.mp4", bytes("clip-4s-faststart.mp4"))
                .with("page.mp4", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String sample) throws IOException {
        return Files.readAllBytes(Path.of(Run.sample(sample)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Run run(String... args) {
        List<String> all = new ArrayList<>(List.of("check", "--proxy", server.proxy()));
        all.addAll(List.of(args));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void a_url_is_judged_by_what_it_serves() {
        Run run = run("http://media.example.com/drawing.png", "http://media.example.com/none.mp4");
        assertThat(run.out().lines())
                .containsSubsequence(
                        "pass     http://media.example.com/drawing.png  PNG 360x480, 31.7 kB",
                        "fail     http://media.example.com/none.mp4",
                        "         fail file.access: The file cannot be used: the server has no such file (404).",
                        "         fix: Check the URL, or upload the file again.");
        assertThat(run.code()).isEqualTo(1);
        assertThat(server.counts()).isEqualTo(Map.of("drawing.png", 1, "none.mp4", 1));
    }

    @Test
    void a_proxy_is_said_aloud() {
        assertThat(run("http://media.example.com/drawing.png").err())
                .contains("URLs are fetched through the proxy http://127.0.0.1:", "the addresses are not checked");
    }

    @Test
    void no_output_has_a_secret() {
        for (String format : List.of("text", "json", "jsonl", "csv", "junit", "sarif", "github", "markdown")) {
            Run run = run(
                    "--verbose",
                    "--format",
                    format,
                    "http://media.example.com/none.mp4?X-Amz-Signature=s3cr3t&y=1#s3cr3t",
                    "http://media.example.com/page.mp4?X-Amz-Signature=s3cr3t",
                    "http://u:s3cr3t@media.example.com/clip.mp4",
                    "http://media.example.com/clip.mp4?token=s3cr3t");
            assertThat(run.out()).contains("media.example.com/clip.mp4");
            assertThat(run.out() + run.err()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void a_page_in_place_of_a_video_fails() {
        Run run = run("http://media.example.com/page.mp4");
        assertThat(run.out())
                .contains("the URL serves an HTML page and not a media file", "Use a direct link that serves the file");
    }

    @Test
    void a_private_host_is_refused_without_a_connection() {
        Run run = Run.of("check", "http://127.0.0.1/a.jpg", "http://169.254.169.254/latest/a.jpg");
        assertThat(run.out()).contains("127.0.0.1 is a loopback address", "169.254.169.254 is a link-local address");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_network_that_is_named_is_let_in() {
        String url = server.proxy() + "/drawing.png";
        assertThat(Run.of("check", "--allow-network", "127.0.0.0/8", url).out()).contains("pass     " + url);
        assertThat(Run.of("check", "--allow-network", "10.0.0.0/8", url).out()).contains("is no public host");
    }

    @Test
    void offline_only_the_text_is_judged() {
        assertThat(run("--format", "jsonl", "http://media.example.com/drawing.png")
                        .out())
                .contains("\"pass\"");
        Run run = Run.of("check", "--offline", "http://10.0.0.1/a.png", "http://media.example.com/drawing.png");
        assertThat(run.out()).contains("fail file.access", "10.0.0.1 is a private address", "unknown file.access");
        assertThat(server.counts()).isEqualTo(Map.of("drawing.png", 1));
    }

    @Test
    void many_urls_are_judged_at_once_and_reported_in_order() {
        server.delay(50);
        List<String> args = new ArrayList<>(List.of("--format", "jsonl", Run.sample("photo-small.jpg")));
        IntStream.range(0, 40).forEach(i -> args.add("http://h" + i % 3 + ".example.com/" + i + "/drawing.png"));
        Run run = run(args.toArray(String[]::new));
        assertThat(run.out().lines().map(line -> line.replaceAll(".*\"source\":\"([^\"]*)\".*", "$1")))
                .containsExactlyElementsOf(args.subList(2, args.size()));
        assertThat(server.counts()).isEqualTo(Map.of("drawing.png", 40));
        assertThat(server.maxInFlight()).isBetween(2, RemoteAhead.IN_FLIGHT);
    }

    @Test
    void a_decoder_gets_a_download_that_is_deleted(@TempDir Path directory) throws IOException {
        Run run = run("--deep", "--format", "jsonl", "http://media.example.com/clip.mp4");
        assertThat(run.out()).contains("\"decoding\":\"decoded\"");
        assertThat(server.counts()).isEqualTo(Map.of("clip.mp4", 2));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.contains("preflight-url-"));
        }
    }

    @Test
    void a_request_is_judged_by_what_its_urls_serve(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(
                directory.resolve("request.json"),
                "{\"model\":\"kling/kling-v3-motion-control\",\"extra_params\":{\"character_orientation\":\"image\"},"
                        + "\"reference_images\":[{\"url\":\"http://media.example.com/drawing.png\"}],"
                        + "\"reference_videos\":[{\"url\":\"http://media.example.com/clip.mp4?signature=s3cr3t\"}]}");
        Run run = run("--request", request.toString());
        assertThat(run.out().lines())
                .containsSubsequence(
                        "pass     " + request + "  request",
                        "pass     reference_images[0].url: http://media.example.com/drawing.png  PNG 360x480, 31.7 kB",
                        "pass     reference_videos[0].url: http://media.example.com/clip.mp4?…  MP4 640x360, 4 s, 33.4 kB");
        Run other = run("--request", request.toString(), "--image-file", Run.sample("photo-small.jpg"));
        assertThat(other.out()).contains("fail request.image.reachable", "the local file that was checked has");
        assertThat(other.code()).isEqualTo(1);
    }
}
