package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmitTest extends ServiceTest {
    private static final String NO_CREDITS =
            "{\"error\":{\"code\":\"insufficient\",\"message\":\"no credits for Bearer " + KEY
                    + "\",\"status\":402,\"request_id\":\"r-2\"}}";

    @Test
    void prints_the_task_id_alone() throws IOException {
        Run run = submit();
        assertThat(run).isEqualTo(new Run(ExitCode.PASSED, "task_1\n", ""));
        assertThat(service.posts()).singleElement().satisfies(post -> {
            assertThat(post.path()).isEqualTo("/base/v1/videos/generate");
            assertThat(post.headers()).containsEntry("Authorization", "Bearer " + KEY);
        });
    }

    @Test
    void sends_nothing_that_is_not_cleared() throws IOException {
        Run run = submitRequest(REQUEST.replace("\"video\"}}", "\"image\"}}"), "exactly-30s.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("video.duration.max", "character_orientation video", "preflight: Not sent. ");
        assertThat(service.seen()).isEmpty();
        assertThat(journal()).doesNotExist();
    }

    @Test
    void breaks_the_lines_of_findings_for_a_terminal_alone() throws IOException {
        String tooLong = REQUEST.replace("\"video\"}}", "\"image\"}}");
        assertThat(findings(submitRequest(tooLong, "exactly-30s.mp4"))).anyMatch(line -> line.length() > 80);
        watched = true;
        assertThat(findings(submitRequest(tooLong, "exactly-30s.mp4")))
                .anyMatch(line -> line.contains("video.duration.max"))
                .allMatch(line -> line.length() <= 80);
    }

    /** Without the command, which is to be copied. */
    private static List<String> findings(Run run) {
        return run.err()
                .lines()
                .filter(line ->
                        !line.startsWith("preflight: ") && !line.stripLeading().startsWith("ffmpeg "))
                .toList();
    }

    @Test
    void sends_nothing_whose_media_are_unknown() throws IOException {
        Run run = run("submit", "--offline", "--accept-warnings", file("request.json", REQUEST));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).contains("file.access", "--image-file", "--video-file");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void sends_what_has_a_warning_only_on_request() throws IOException {
        String typo = REQUEST.replace("\"prompt\"", "\"promt\"");
        assertThat(submitRequest(typo, "exactly-3s.mp4").code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(service.seen()).isEmpty();

        Run run = submitRequest(typo, "exactly-3s.mp4", "--accept-warnings");
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("request.json", "promt: unknown field; did you mean prompt?");
    }

    @Test
    void sends_unknown_fields_unchanged_on_request() throws IOException {
        Run run = submitRequest(
                REQUEST.replace("\"prompt\"", "\"seed\":17,\"prompt\""), "exactly-3s.mp4", "--allow-unknown-fields");
        assertThat(run).isEqualTo(new Run(ExitCode.PASSED, "task_1\n", ""));
        assertThat(service.posts().get(0).body()).contains("\"seed\":17");
    }

    @Test
    void reads_the_request_from_standard_input() {
        input = REQUEST;
        Run run = run(
                "submit",
                "--offline",
                "-",
                "--image-file",
                Run.sample("smallest-300x300.jpg"),
                "--video-file",
                Run.sample("exactly-3s.mp4"));
        assertThat(run.out()).isEqualTo("task_1\n");
    }

    @Test
    void prints_exactly_what_would_be_sent() throws IOException {
        variables.remove("IMINI_API_KEY");
        Run dry = submit("--dry-run");
        assertThat(dry.code()).isEqualTo(ExitCode.PASSED);
        assertThat(service.seen()).isEmpty();
        assertThat(journal()).doesNotExist();

        variables.put("IMINI_API_KEY", KEY);
        submit();
        StubService.Seen sent = service.posts().get(0);
        String[] parts = dry.out().split("\n\n", 2);
        assertThat(parts[0]).startsWith("POST " + variables.get("IMINI_BASE_URL") + "/v1/videos/generate\n");
        assertThat(parts[1]).isEqualTo(sent.body() + "\n");
        Map<String, String> headers = sent.headers();
        headers.keySet().removeIf(name -> name.matches("(?i)host|connection|http2-settings|upgrade"));
        headers.put("Authorization", "Bearer ***");
        assertThat(parts[0].lines().skip(1))
                .containsExactlyInAnyOrderElementsOf(headers.entrySet().stream()
                        .map(header -> SubmitTest.header(header.getKey()) + ": " + header.getValue())
                        .toList());
    }

    private static String header(String name) {
        return name.replace("agent", "Agent").replace("type", "Type").replace("length", "Length");
    }

    @Test
    void says_in_a_dry_run_what_the_journal_has_against_it() throws IOException {
        submit();
        assertThat(submit("--dry-run").err()).contains("would not be sent without --again", "as task_1");
    }

    @Test
    void a_dry_run_names_the_submission_that_stands() throws IOException {
        submit();
        service.responds(200, StubService.ACCEPTED.replace("task_1", "task_2"));
        submit("--again");
        service.responds(500, "{}");
        submit("--again");
        assertThat(submit("--dry-run").err()).contains("as task_2").doesNotContain("task_1");
    }

    @Test
    void a_second_time_prints_the_known_task_and_sends_nothing() throws IOException {
        submit();
        Run again = submit();
        assertThat(again.code()).isEqualTo(ExitCode.PASSED);
        assertThat(again.out()).isEqualTo("task_1\n");
        assertThat(again.err()).contains("Not sent again", "--again");
        assertThat(service.posts()).hasSize(1);
    }

    @Test
    void sends_again_knowingly() throws IOException {
        submit();
        service.responds(200, StubService.ACCEPTED.replace("task_1", "task_2"));
        assertThat(submit("--again").out()).isEqualTo("task_2\n");
        assertThat(service.posts()).hasSize(2);
    }

    @Test
    void a_refusal_is_reported_and_may_be_repeated() throws IOException {
        service.responds(402, NO_CREDITS);
        Run run = submit();
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "The service refused the request, and nothing was carried out",
                        "no credits",
                        "insufficient",
                        "r-2");

        service.responds(200, StubService.ACCEPTED);
        assertThat(submit().out()).isEqualTo("task_1\n");
    }

    @Test
    void a_lost_response_is_reported_and_never_sent_again_by_itself() throws IOException {
        service.responds(500, "{\"error\":{\"message\":\"oh " + KEY + "\"}}");
        Run run = submit();
        assertThat(run.code()).isEqualTo(ExitCode.UNANSWERED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("It may have been accepted", "--again");

        service.responds(200, StubService.ACCEPTED);
        Run second = submit();
        assertThat(second.code()).isEqualTo(ExitCode.UNANSWERED);
        assertThat(second.err()).contains("Not sent again", "its response is unknown", "--again");
        assertThat(service.posts()).hasSize(1);
    }

    @Test
    void after_a_failed_task_the_same_request_is_sent_again() throws IOException {
        service.reports(200, StubService.task("failed", ",\"error\":{\"code\":\"E7\",\"message\":\"too dark\"}"));
        Run run = submit("--wait");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("task_1 failed: too dark (E7)");

        submit();
        assertThat(service.posts()).hasSize(2);
    }

    @Test
    void waits_and_prints_the_url_of_each_video() throws IOException {
        service.reports(
                200,
                StubService.task(
                        "succeeded",
                        ",\"videos\":[{\"url\":\"https://cdn.example/1.mp4?s=1\"},{\"url\":\"https://cdn.example/2.mp4\"}]"));
        Run run = submit("--wait");
        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.PASSED, "task_1\nhttps://cdn.example/1.mp4?s=1\nhttps://cdn.example/2.mp4\n", ""));
    }

    @Test
    void shows_its_progress_on_a_terminal() throws IOException {
        watched = true;
        service.reports(200, StubService.task("succeeded", ""));
        assertThat(submit("--wait").err())
                .startsWith("\rtask_1: succeeded (0 s)")
                .endsWith("\n");
    }

    @Test
    void to_run_out_of_time_is_no_failure() throws IOException {
        Run run = submit("--wait", "--wait-timeout", "0.4");
        assertThat(run.code()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("last status: queued", "The task goes on", "preflight task --wait task_1");
    }

    @Test
    void a_task_that_cannot_be_asked_for_was_submitted_all_the_same() throws IOException {
        service.reports(404, "{\"error\":{\"code\":\"gone\",\"message\":\"no such task\"}}");
        Run run = submit("--wait");
        assertThat(run.code()).isEqualTo(ExitCode.STILL_RUNNING);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("no such task", "The request was accepted", "preflight task --wait task_1");
    }

    @Test
    void a_service_that_is_not_there_refuses() throws IOException {
        service.close();
        Run run = submit("--timeout", "0.5");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(submit("--timeout", "0.5").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void a_journal_that_cannot_be_written_stops_it_before_it_is_sent() throws IOException {
        for (String journal : new String[] {
            directory.toString(), file("other.json", "{}\n"), file("plain", "x") + "/journal.jsonl", "/dev/full"
        }) {
            Run run = submit("--journal", journal);
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PROGRAM_ERROR);
            assertThat(run.out()).isEmpty();
        }
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_damaged_journal_stops_it_too() throws IOException {
        submit();
        Files.writeString(journal(), Files.readString(journal()).replace("kling", "klong"));
        Run run = submit();
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("is damaged", "Nothing was sent");
        assertThat(service.posts()).hasSize(1);
    }

    @Test
    void a_journal_that_fails_after_the_sending_still_lets_the_task_be_known() throws IOException {
        service.first(() -> {
            try {
                Files.move(journal(), journal().resolveSibling("moved"));
                Files.createDirectory(journal());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        Run run = submit();
        Files.delete(journal());
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).isEqualTo("task_1\n");
        assertThat(run.err()).contains("the journal cannot be written");
    }

    @Test
    void a_key_of_the_greatest_length_is_shown_nowhere_and_loses_nothing() throws IOException {
        for (String key : new String[] {"sk-" + "0123456789abcdef".repeat(255), "\\q".repeat(2048)}) {
            String escaped = key.replace("\\", "\\\\");
            variables.put("IMINI_API_KEY", key);
            service.responds(400, "{\"error\":{\"code\":\"" + escaped + "\",\"message\":\"no " + escaped + "\"}}");
            Run refused = submit("--again", "--format", "json");
            assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.out() + refused.err()).doesNotContain(key.substring(key.length() - 24));
            service.responds(200, StubService.ACCEPTED.replace("r-1", escaped));
            Run accepted = submit("--again");
            assertThat(accepted.out()).isEqualTo("task_1\n");
            assertThat(submit("--api-key-file", file("key", key + key)).err())
                    .contains("longer than 4,096")
                    .doesNotContain(key.substring(key.length() - 24));
            assertThat(Files.readString(journal())).doesNotContain(key.substring(key.length() - 24));
        }
    }

    @Test
    void the_key_may_be_in_a_file() throws IOException {
        variables.remove("IMINI_API_KEY");
        assertThat(submit("--api-key-file", file("key", KEY + "\n")).out()).isEqualTo("task_1\n");
    }

    @Test
    void a_key_on_the_command_line_is_refused_and_not_repeated() throws IOException {
        for (String[] arguments :
                new String[][] {{"--api-key", KEY}, {"--api-key=" + KEY}, {"--key", KEY}, {"--token=" + KEY}}) {
            Run run = submit(arguments);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("can be read by every process", "IMINI_API_KEY");
        }
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void a_key_in_any_other_wrong_place_is_not_repeated() throws IOException {
        for (String[] arguments : new String[][] {
            {"--apiKey=" + KEY},
            {"--API-KEY", KEY},
            {"--imini-api-key=" + KEY},
            {"--bearer", KEY},
            {"-k", KEY},
            {"-k" + KEY},
            {"--secret=" + KEY},
            {"--api-key-fil=" + KEY},
            {"--wait=" + KEY},
            {KEY}
        }) {
            Run run = submit(arguments);
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        }
        for (String command : new String[] {"task", "journal"}) {
            assertThat(run(command, "a", "--secret=" + KEY, KEY).err()).contains("Unknown option '--secret'");
        }
        assertThat(run("--secret=" + KEY, "submit").err()).contains("Unknown option '--secret'");
        assertThat(service.seen()).isEmpty();
    }
}
