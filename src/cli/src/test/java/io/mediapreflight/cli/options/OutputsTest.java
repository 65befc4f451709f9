package io.mediapreflight.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    private static final String FILE = Run.sample("drawing.png");

    @TempDir
    Path directory;

    @Test
    void the_nth_format_goes_to_the_nth_file() throws UsageException {
        assertThat(pairs(List.of(), List.of())).isEqualTo("text>-");
        assertThat(pairs(List.of("json"), List.of())).isEqualTo("json>-");
        assertThat(pairs(List.of(), List.of("a"))).isEqualTo("text>a");
        assertThat(pairs(List.of("json", "text"), List.of("a"))).isEqualTo("json>a text>-");
        assertThat(pairs(List.of("json"), List.of("a", "b"))).isEqualTo("json>a text>b");
        assertThat(pairs(List.of("json", "jsonl"), List.of("-", "b"))).isEqualTo("json>- jsonl>b");
    }

    private static String pairs(List<String> formats, List<String> files) throws UsageException {
        return String.join(
                " ",
                OutputRequest.pair(formats, files).stream()
                        .map(request ->
                                request.format().id() + ">" + request.file().orElse("-"))
                        .toList());
    }

    @Test
    void two_reports_do_not_share_a_place() {
        for (List<String> files : List.of(List.<String>of(), List.of("-", "-"), List.of("a", "a"))) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> OutputRequest.pair(List.of("json", "text"), files))
                    .withMessageContaining("Two reports cannot both go to");
        }
    }

    @Test
    void two_spellings_of_one_place_are_one_place() {
        String plain = directory.resolve("report.json").toString();
        String other = directory.resolve("x/../report.json").toString().replace("x/..", ".");
        Run run = Run.of("check", "--format", "json", "--output", plain, "--output", other, FILE);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Two reports cannot both go to");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_audit_does_not_write_its_report_over_a_video_below_its_directory() throws IOException {
        Path video = Files.createDirectory(directory.resolve("raw")).resolve("clip.mp4");
        Files.writeString(video, "a video, one day");
        Run run = Run.of("audit", "--output", video.toString(), directory.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("would overwrite");
        assertThat(video).hasContent("a video, one day");
    }

    @Test
    void an_audit_writes_its_report_over_the_last_one_below_its_directory() throws IOException {
        Path report = Files.writeString(directory.resolve("report.txt"), "the last one");
        Run run = Run.of("audit", "--output", report.toString(), directory.toString());
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(report).content().doesNotContain("the last one");
    }

    @Test
    void reports_are_written_side_by_side() throws IOException {
        Path json = directory.resolve("report.json");
        Path jsonl = directory.resolve("report.jsonl");
        Run run = Run.of(
                "check",
                "--format",
                "json",
                "--output",
                json.toString(),
                "--format",
                "jsonl",
                "--output",
                jsonl.toString(),
                "--format",
                "text",
                FILE);
        assertThat(run.out()).startsWith("pass     ");
        assertThat(Files.readString(json)).startsWith("{\n  \"schema\": \"preflight.report/1\",");
        assertThat(Files.readString(jsonl)).startsWith("{\"schema\":\"preflight.result/1\",");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_report_replaces_an_older_one_and_keeps_its_permissions() throws IOException {
        Path report = directory.resolve("report.txt");
        Files.writeString(report, "old");
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(report, PosixFilePermissions.fromString("rw-------"));
        Run.of("check", "--output", report.toString(), FILE);
        assertThat(Files.readString(report)).startsWith("pass ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_link_to_a_report_stays_a_link() throws IOException {
        Path report = Files.writeString(directory.resolve("report.txt"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.txt"), Path.of("report.txt"));
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling.txt"), Path.of("new.txt"));
        Run.of("check", "--output", link.toString(), "--output", dangling.toString(), FILE);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(report)).startsWith("pass ");
        assertThat(dangling).isSymbolicLink();
        assertThat(directory.resolve("new.txt")).isNotEmptyFile();
    }

    @Test
    void what_is_judged_is_not_overwritten() throws IOException {
        Path image = Files.copy(Path.of(FILE), directory.resolve("image.png"));
        byte[] before = Files.readAllBytes(image);
        Run run = Run.of("check", "--output", directory.resolve("./image.png").toString(), image.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("would overwrite");
        assertThat(image).hasBinaryContent(before);
    }

    @Test
    void an_unwritable_report_is_found_out_before_anything_is_judged() throws IOException {
        Path other = directory.resolve("other.json");
        Run run = Run.of("check", "--output", other.toString(), "--output", directory + "/none/report", FILE);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err())
                .isEqualTo("preflight: Cannot write " + directory + "/none/report: no such file or directory.\n");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_device_is_written_and_not_replaced() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Run run = Run.of("check", "--output", full.toString(), FILE);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).startsWith("preflight: Cannot write /dev/full: ");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void a_report_that_fails_does_not_keep_the_others_from_being_written() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Path report = directory.resolve("report.txt");
        Run run = Run.of(
                "check", "--format=json", "--output=/dev/full", "--format=text", "--output=" + report, FILE, FILE);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(Files.readString(report)).endsWith("2 checked: 2 pass\n");
    }

    @Test
    void a_report_that_a_killed_process_left_half_written_is_deleted_by_the_next_report_there() throws IOException {
        Path left = Files.writeString(directory.resolve(".preflight-4711-5f.tmp"), "half a repo");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(60)));
        Path report = directory.resolve("report.json");
        Run run = Run.of("check", "--format", "json", "--output", report.toString(), FILE);
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(directory)
                .isDirectoryContaining(path -> path.equals(report))
                .isDirectoryNotContaining("glob:**.tmp");
    }
}
