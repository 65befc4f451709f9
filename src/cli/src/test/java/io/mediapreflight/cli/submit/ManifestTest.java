package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.check.UrlServer;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code submit --manifest}, with media behind URLs. */
class ManifestTest extends ServiceTest {
    private static final String HEADER = "id,image,video,orientation,prompt\n";

    private UrlServer urls;

    @BeforeEach
    void serve() throws IOException {
        urls = UrlServer.ofSamples();
    }

    @AfterEach
    void stop() {
        urls.close();
    }

    private static String row(String id) {
        return id + ",http://media.example.org/a.jpg,http://media.example.org/b.mp4?X-Token=abc,video,dance " + id
                + "\n";
    }

    private Run manifest(String rows, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("submit", "--proxy", urls.proxy()));
        args.addAll(List.of("--manifest", file("jobs.csv", HEADER + rows)));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private static List<String> outcomes(Run run) {
        return run.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    @Test
    void every_row_that_passes_is_sent_and_has_a_line() throws IOException {
        Run run = manifest(row("one") + row("two"));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("accepted") && line.endsWith("task_1"))
                .anyMatch(line -> line.contains("jobs.csv:2 (one)"));
        assertThat(run.err()).contains("2 rows: 2 accepted");
        assertThat(service.posts()).hasSize(2);
    }

    @Test
    void a_second_run_sends_only_what_is_new() throws IOException {
        manifest(row("one"));
        Run run = manifest(row("one") + row("two"));
        assertThat(outcomes(run)).containsExactly("alreadyAccepted", "accepted");
        assertThat(service.posts()).hasSize(2);
    }

    @Test
    void what_does_not_pass_is_reported_and_the_others_are_sent() throws IOException {
        Run run = manifest(row("one") + "two,http://media.example.org/none.jpg,,video,x\n" + "three,a,b\n");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(outcomes(run)).containsExactly("accepted", "notCleared", "notCleared");
        assertThat(run.err()).contains("request.image.reachable", "request.json");
        assertThat(service.posts()).hasSize(1);
    }

    @Test
    void json_lines_are_a_line_for_each_row_and_one_at_the_end() throws IOException {
        Run run = manifest(row("one") + "two,,none.mp4,video,x\n", "--format", "jsonl");
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        lines.forEach(OutputSchema::requireValid);
        assertThat(lines.get(0)).contains("\"line\":2", "\"id\":\"one\"", "\"outcome\":\"accepted\"");
        assertThat(lines.get(1)).contains("\"outcome\":\"notCleared\"", "\"check\"");
        assertThat(lines.get(2)).contains("\"preflight.submissions/1\"", "\"complete\":true");
    }

    @Test
    void json_is_one_object() throws IOException {
        Run run = manifest(row("one"), "--format", "json");
        OutputSchema.requireValid(run.out());
        assertThat(run.out()).contains("preflight.submissions/1");
    }

    @Test
    void no_query_of_a_url_is_printed() throws IOException {
        Run run = manifest(row("one") + row("two").replace("a.jpg", "none.jpg"), "--format", "jsonl");
        assertThat(run.out() + run.err()).doesNotContain("X-Token=abc");
    }

    @Test
    void no_more_are_sent_than_allowed() throws IOException {
        Run run = manifest(row("one") + row("two") + row("three"), "--max-submissions", "1", "--in-flight", "1");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(service.posts()).hasSize(1);
        assertThat(run.err()).contains("--max-submissions", "Line 3");
    }

    @Test
    void a_dry_run_needs_no_key_and_sends_nothing() throws IOException {
        variables.remove("IMINI_API_KEY");
        Run run = manifest(row("one") + row("two"), "--dry-run");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("dryRun"));
        assertThat(run.err()).contains("2 requests would be submitted");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_lost_response_decides_the_exit_code() throws IOException {
        service.responds(500, "{}");
        Run run = manifest(row("one") + "two,,none.mp4,video,x\n");
        assertThat(run.code()).isEqualTo(ExitCode.UNANSWERED);
        assertThat(run.err()).contains("may have been accepted");
    }

    @Test
    void local_files_without_upload_are_not_sent() throws IOException {
        Files.copy(Path.of(Run.sample("smallest-300x300.jpg")), directory.resolve("a.jpg"));
        Files.copy(Path.of(Run.sample("exactly-3s.mp4")), directory.resolve("b.mp4"));
        Run run = manifest("one,a.jpg,b.mp4,video,x\n");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("notCleared", "no URLs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.jpg", "/etc/passwd", "s3://bucket/key.jpg", "file:///etc/passwd"})
    void a_list_names_nothing_outside_its_directory(String name) throws IOException {
        Run run = manifest("one," + name + ",http://media.example.org/b.mp4,video,x\n");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).contains("is neither an http(s) URL nor a file below the directory");
        assertThat(service.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.jpg", "linked/secret.jpg", "linked/../elsewhere/secret.jpg"})
    void no_link_leads_out_of_the_directory(String name) throws IOException {
        Path jobs = Files.createDirectory(directory.resolve("jobs"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path secret = Files.copy(Path.of(Run.sample("smallest-300x300.jpg")), elsewhere.resolve("secret.jpg"));
        Files.createSymbolicLink(jobs.resolve("link.jpg"), secret);
        Files.createSymbolicLink(jobs.resolve("linked"), elsewhere);
        Files.writeString(jobs.resolve("jobs.csv"), HEADER + "one," + name + ",,video,x\n");
        Run run = run("submit", "--manifest", jobs.resolve("jobs.csv").toString());
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).contains("is neither an http(s) URL nor a file below the directory");
    }

    @Test
    void links_within_the_directory_are_followed_and_shown_as_they_were_given() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.copy(Path.of(Run.sample("too-tall-300x900.jpg")), real.resolve("photo.jpg"));
        Files.createSymbolicLink(directory.resolve("link.jpg"), real.resolve("photo.jpg"));
        Path jobs = Files.createSymbolicLink(directory.resolve("jobs"), directory);
        Files.writeString(jobs.resolve("jobs.csv"), HEADER + "one,link.jpg,,video,x\n");
        Run run = run("submit", "--manifest", jobs.resolve("jobs.csv").toString());
        assertThat(run.err())
                .contains("jobs/link.jpg", "image.aspect")
                .doesNotContain("photo.jpg", "is neither an http(s) URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit --manifest no-such-file.csv",
                "submit --manifest JOBS request.json",
                "submit --manifest JOBS --wait",
                "submit --manifest JOBS --image-file a.jpg",
                "submit --manifest JOBS --in-flight 0",
                "submit --manifest JOBS --in-flight 65",
                "submit --manifest JOBS --max-submissions -1",
                "submit --manifest JOBS --format xml",
                "submit --in-flight 2 request.json",
                "submit --manifest JOBS --upload-keep 7",
                "submit --manifest JOBS --endpoint-url https://store.example.org",
                "submit --manifest JOBS --upload s3://b --upload-keep 1",
                "submit --manifest JOBS --upload s3://b --upload-keep 7",
                "submit --manifest JOBS --upload s3://b/ --upload-keep 7",
                "submit --manifest JOBS --upload https://bucket.example.org",
                "submit --manifest JOBS --upload s3://media --endpoint-url store"
            })
    void a_wrong_command_line_is_reported_and_nothing_is_sent(String line) throws IOException {
        String jobs = file("jobs.csv", HEADER + row("one"));
        Run run = run(line.replace("JOBS", jobs).split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_rule_for_the_bucket_is_printed_with_upload_keep() throws IOException {
        Run run = manifest("one,,none.mp4,video,x\n", "--upload", "s3://media/in", "--upload-keep", "7");
        assertThat(run.err())
                .contains(
                        "Nothing is ever deleted",
                        "put-bucket-lifecycle-configuration",
                        "\"Days\":7",
                        "\"in/\"",
                        "replaces all rules");
    }
}
