package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCheckTest extends ServiceTest {
    private Run check(String json, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("check", "--offline", "--request", file("request.json", json)));
        args.addAll(List.of("--image-file", Run.sample("smallest-300x300.jpg")));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void judges_a_request_and_its_media_together() throws IOException {
        Run run = check(REQUEST, "--video-file", Run.sample("clip-4s-faststart.mp4"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        request -> assertThat(request).matches("pass     .*request.json  request"),
                        image -> assertThat(image)
                                .matches("pass     reference_images\\[0]\\.url: .*smallest-300x300.jpg  JPEG .*"),
                        video -> assertThat(video)
                                .matches("pass     reference_videos\\[0]\\.url: .*clip-4s-faststart.mp4  MP4 .*"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void json_has_the_path_of_each_finding_and_slot() throws IOException {
        Run run = check(
                REQUEST.replace("character_orientation", "character_orientaton"),
                "--video-file",
                Run.sample("exactly-30s.mp4"),
                "--format",
                "jsonl");
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"schema\":\"preflight.result/1\",\"source\":")
                        .contains("\"kind\":\"request\",\"outcome\":\"warn\"")
                        .contains(
                                "{\"rule\":\"request.json\",\"path\":\"extra_params.character_orientaton\",\"severity\":\"warn\"")
                        .contains("did you mean character_orientation?")
                        .contains("\"media\":[{\"path\":\"reference_images[0].url\",\"source\":")
                        .contains("{\"path\":\"reference_videos[0].url\",\"source\":")
                        .contains("\"rule\":\"video.duration.max\""));
    }

    @Test
    void a_media_file_without_a_file_is_unknown_and_named_by_its_url() throws IOException {
        Run run = check(REQUEST.replace("b.mp4", "b.mp4?signature=secret"), "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .contains("\"source\": \"https://media.example.org/b.mp4?…\"", "--video-file", "\"unknown\": 1")
                .doesNotContain("secret");
    }

    @Test
    void a_warning_fails_where_it_is_strict() throws IOException {
        String typo = REQUEST.replace("\"prompt\"", "\"promt\"");
        String video = Run.sample("exactly-3s.mp4");
        assertThat(check(typo, "--video-file", video).code()).isEqualTo(ExitCode.PASSED);
        assertThat(check(typo, "--video-file", video, "--strict").code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(check(typo, "--video-file", video, "--strict", "--allow-unknown-fields")
                        .code())
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void what_is_no_json_fails_and_what_cannot_be_read_is_unknown() throws IOException {
        assertThat(check("{").out()).contains("fail request.json");
        for (String name : List.of("missing.json", directory.toString(), "")) {
            Run run = run("check", "--request", name);
            assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
            assertThat(run.out()).contains("unknown file.access");
        }
    }

    @Test
    void a_request_that_is_missing_has_the_fix_of_a_missing_file() throws IOException {
        assertThat(run("check", "--request", "missing.json").out())
                .contains("file.access: There is no such file.\n         fix: Check the name and the directory.\n");
        assertThat(run("check", "--request", directory.toString()).out())
                .contains("file.access: This is a directory, not a file.\n         fix: Use a regular file.\n");
    }

    @Test
    void standard_input_is_a_request_too() {
        input = REQUEST;
        assertThat(run("check", "--offline", "--request", "-").out()).startsWith("unknown  -  request\n");
    }

    @Test
    void no_report_overwrites_the_request() throws IOException {
        String request = file("request.json", REQUEST);
        Run run = run("check", "--request", request, "--output", request);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(directory.resolve("request.json"))).isEqualTo(REQUEST);
    }
}
