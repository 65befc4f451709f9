package io.mediapreflight.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With programs that are shell scripts, so that what they say is known. */
@DisabledOnOs(OS.WINDOWS)
class CompareTest {
    private static final String CLIP = Run.sample("clip-4s-faststart.mp4");

    /** What ffprobe says of {@link #CLIP}, with a width of its own. */
    private static final String FFPROBE = """
            {"format": {"format_name": "mov,mp4,m4a,3gp,3g2,mj2", "duration": "4.000000"},
             "streams": [{"codec_type": "video", "codec_name": "h264", "codec_tag_string": "avc1", "width": %s, "height": 360,
                          "sample_aspect_ratio": "1:1", "avg_frame_rate": "25/1", "pix_fmt": "yuv420p"},
                         {"codec_type": "audio", "codec_name": "aac"}]}
            """;

    @TempDir
    Path directory;

    private Path programs;
    private Path log;

    @BeforeEach
    void make_room_for_programs() throws IOException {
        programs = Files.createDirectory(directory.resolve("programs"));
        log = directory.resolve("log");
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** One that says its version, and else this. */
    private void saying(String name, String json) throws IOException {
        Path said = Files.writeString(directory.resolve(name + ".json"), json);
        program(name, "case $1 in -ver*|--V*) echo " + name + " version 1.2.3-4;; *) cat '" + said + "';; esac");
    }

    private Run compare(String... args) {
        return onPath(programs + ":/usr/sbin:relative", args);
    }

    private static Run onPath(String path, String... args) {
        List<String> all = new ArrayList<>(List.of("compare"));
        all.addAll(List.of(args));
        return Run.in(new TestEnvironment(Map.of("PATH", path), false, Optional.empty()), all.toArray(String[]::new));
    }

    @Test
    void nothing_is_printed_of_a_file_of_which_all_say_the_same() throws IOException {
        saying("ffprobe", FFPROBE.formatted(640));
        Run run = compare(CLIP);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("\n                 ffprobe 1.2.3\nkind             1 same\n")
                .endsWith(
                        "\n1 file compared: 12 values are the same, 0 differ, 0 of them for a known reason and 0 without"
                                + " one.\n");
        assertThat(run.err()).isEqualTo("""
                        preflight: exiftool is not on the PATH and is left out.
                        preflight: mediainfo is not on the PATH and is left out.
                        """);
    }

    @Test
    void a_difference_is_printed_with_both_values_and_the_exit_code_is_1() throws IOException {
        saying("ffprobe", FFPROBE.formatted(641));
        Run run = compare(CLIP);
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .startsWith(CLIP + "\n  width: 640 here, 641 by ffprobe\n  displayWidth: 640 here, 641 by ffprobe\n")
                .contains("width            0 same, 1 not\n");
    }

    @Test
    void a_difference_with_a_reason_has_it_and_counts_all_the_same() throws IOException {
        saying("ffprobe", FFPROBE.formatted(0));
        Run run = compare(CLIP);
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .contains("width: 640 here, 0 by ffprobe (0: it could not determine it)\n")
                .contains(" 2 differ, 2 of them for a known reason and 0 without one.");
    }

    @Test
    void json_has_programs_differences_and_counts() throws IOException {
        saying("ffprobe", FFPROBE.formatted(0));
        saying("mediainfo", "{\"media\": {\"track\": [{\"@type\": \"General\", \"Format\": \"AVI\"}]}}");
        String json = compare("--format", "json", CLIP).out();
        OutputSchema.requireValid(json);
        assertThat(json.replaceAll("\\s+", ""))
                .contains(
                        "\"ffprobe\":{\"installed\":true,\"version\":\"1.2.3\",\"path\":\"" + programs + "/ffprobe\"}")
                .contains("\"exiftool\":{\"installed\":false}")
                .contains(
                        "{\"fact\":\"width\",\"program\":\"ffprobe\",\"ours\":\"640\",\"theirs\":\"0\",\"reason\":\"zero\",")
                .contains(
                        "{\"fact\":\"format\",\"program\":\"mediainfo\",\"ours\":\"mp4\",\"theirs\":\"AVI\",\"message\":")
                .contains("\"summary\":{\"files\":1,\"same\":10,\"explained\":2,\"unexplained\":1,\"problems\":0,");
    }

    @Test
    void without_any_of_the_programs_there_is_nothing_to_compare_with() {
        Run run = compare(CLIP);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).contains("None of ffprobe, exiftool and mediainfo is on the PATH");
    }

    /** A directory of media may hold a program that is called like one of these. */
    @Test
    void a_program_in_a_directory_that_is_not_absolute_is_not_run() throws IOException {
        program("ffprobe", "touch '" + log + "'");
        Path here = Path.of("").toAbsolutePath().relativize(programs.toAbsolutePath());
        assertThat(onPath(here + ":.:", CLIP).code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(log).doesNotExist();
    }

    @Test
    void a_program_gets_a_plain_name_whatever_the_file_is_called() throws IOException {
        program("ffprobe", "for each; do echo \"$each\" >> '" + log + "'; done; pwd >> '" + log + "'");
        Path media = Files.createDirectory(directory.resolve("media"));
        for (String name :
                List.of("-i x.mp4", "a%03d.png", "concat:a|b.mp4", "$(touch pwned).mp4", "a\nb.mp4", "'.mp4")) {
            Files.copy(Path.of(CLIP), media.resolve(name));
        }
        assertThat(compare(media.toString()).code()).isZero();
        assertThat(Files.readAllLines(log).stream().filter(line -> line.startsWith("file:")))
                .hasSize(6)
                .allMatch(line -> line.matches("file:/[\\w/.-]+/preflight-compare-\\d+/file"));
        assertThat(Files.readString(log)).doesNotContain("pwned").doesNotContain("%03d");
    }

    /** It would open what a playlist names, such as any file of the user's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXTINF:1\n/etc/passwd\n",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\u0001\u0002\u0003\u0004"
            })
    void mediainfo_gets_no_text_and_nothing_unknown_whatever_it_is_called(String content) throws IOException {
        program("mediainfo", "echo \"$@\" >> '" + log + "'");
        compare(Files.writeString(directory.resolve("clip.mp4"), content).toString());
        assertThat(Files.readAllLines(log)).singleElement().asString().startsWith("--Version");
    }

    @Test
    void links_and_their_directories_are_removed() throws IOException {
        program("ffprobe", "pwd >> '" + log + "'");
        compare(CLIP);
        List<String> directories = Files.readAllLines(log);
        assertThat(directories).hasSize(2); // for its version, and for the file
        assertThat(Path.of(directories.get(1))).doesNotExist();
    }

    @Test
    void a_program_that_takes_too_long_is_ended_and_is_a_problem() throws IOException {
        program("ffprobe", "case $1 in -ver*) ;; *) echo $$ > '" + log + "'; exec sleep 600;; esac");
        Run run = compare("--file-timeout", "0.5", CLIP);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out())
                .contains("no result by ffprobe: it took longer than 0 s\n")
                .contains("A program had no result for a file 1 time:");
        long process = Long.parseLong(Files.readString(log).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(process);
        left.ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_program_that_prints_without_end_is_ended_and_is_a_problem() throws IOException {
        program("ffprobe", "case $1 in -ver*) ;; *) exec yes;; esac");
        assertThat(compare(CLIP).out()).contains("no result by ffprobe: it printed more than 1,048,576 bytes\n");
    }

    @Test
    void what_is_no_json_is_a_problem() throws IOException {
        saying("exiftool", "[{\"FileType\": ");
        assertThat(compare(CLIP).out()).contains("no result by exiftool: what it printed is not JSON\n");
    }

    @Test
    void files_are_printed_in_their_order_however_many_are_compared_at_once() throws IOException {
        Path media = Files.createDirectory(directory.resolve("media"));
        for (int i = 10; i < 40; i++) {
            Files.copy(Path.of(CLIP), media.resolve(i + ".mp4"));
        }
        saying("ffprobe", FFPROBE.formatted(1));
        List<String> files = compare("--threads", "4", media.toString())
                .out()
                .lines()
                .filter(line -> line.startsWith(media.toString()))
                .toList();
        assertThat(files).hasSize(30).isSorted();
    }

    @Test
    void a_missing_file_is_a_problem_of_ours() throws IOException {
        saying("ffprobe", FFPROBE.formatted(640));
        Run run = compare(directory.resolve("missing.mp4").toString());
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).contains("missing.mp4\n  ");
    }
}
