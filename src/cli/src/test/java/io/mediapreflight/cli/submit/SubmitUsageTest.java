package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitUsageTest extends ServiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit",
                "submit a.json b.json",
                "submit --no-such-flag",
                "submit REQUEST --format xml",
                "submit REQUEST --format jsonl",
                "submit REQUEST --timeout 0",
                "submit REQUEST --timeout -1",
                "submit REQUEST --timeout 1e9",
                "submit REQUEST --wait-timeout soon",
                "submit REQUEST --base-url http://api.example.com",
                "submit REQUEST --base-url ftp://127.0.0.1",
                "submit REQUEST --base-url https://u:sk-cli-0123456789abcdef@api.example.com",
                "submit REQUEST --base-url :",
                "submit REQUEST --api-key-file no-such-file",
                "task",
                "task a b",
                "task ..",
                "task a --base-url http://api.example.com",
                "task a --accept-warnings",
                "journal a",
                "journal --format jsonl",
                "journal --wait",
                "journal --journal postgresql://db.example/fleet",
                "check --request a b.jpg",
                "check --request a --as image",
                "check --image-file a.jpg b.jpg"
            })
    void a_wrong_command_line_is_reported_and_nothing_is_sent(String line) throws IOException {
        String request = file("request.json", REQUEST);
        String media = " --offline" + " --image-file " + Run.sample("smallest-300x300.jpg") + " --video-file "
                + Run.sample("exactly-3s.mp4");
        Run run = run(line.replace("REQUEST", request + media).split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("preflight: ").doesNotContain("Exception", "\tat ");
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void without_a_key_nothing_is_sent() throws IOException {
        variables.remove("IMINI_API_KEY");
        Run run = submit();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("IMINI_API_KEY", "--api-key-file");
    }

    @Test
    void help_lists_the_flags() {
        assertThat(run("submit", "--help").out())
                .contains("Usage: preflight submit ")
                .contains("--accept-warnings", "--dry-run", "--wait", "--image-file", "--video-file", "--base-url")
                .contains("--timeout", "--wait-timeout", "--journal", "--again", "--allow-unknown-fields")
                .contains("--api-key-file", "--format");
        assertThat(run("task", "--help").out()).contains("Usage: preflight task ", "--wait", "--base-url");
        assertThat(run("journal", "--help").out()).contains("Usage: preflight journal ", "--journal", "--format");
    }
}
