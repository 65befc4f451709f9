package io.mediapreflight.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.input.InfiniteCircularInputStream;
import org.junit.jupiter.api.Test;

class StandardInputTest {
    @Test
    void what_comes_in_is_judged_like_a_file() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(Run.sample("clip-4s-moov-at-end.mp4")))) {
            Run run = Run.with(in, "check", "--as", "video", "-");
            assertThat(run.out()).isEqualTo("pass     -  MP4 640x360, 4 s, 33.4 kB\n");
        }
    }

    @Test
    void more_than_the_largest_limit_breaks_the_size_rule_and_nothing_else() throws IOException {
        try (InputStream video = Files.newInputStream(Path.of(Run.sample("clip-4s-faststart.mp4")))) {
            Run run = Run.with(
                    new SequenceInputStream(video, new InfiniteCircularInputStream(new byte[1])),
                    "check",
                    "--format=jsonl",
                    "-");
            assertThat(run.out())
                    .contains("\"rule\":\"video.size\",\"severity\":\"fail\"")
                    .contains("\"bytesAtLeast\":104857601")
                    .doesNotContain("video.complete", "video.readable");
        }
    }

    @Test
    void what_lies_beyond_the_largest_limit_is_no_broken_header() {
        byte[] start = {
            0,
            0,
            0,
            20,
            'f',
            't',
            'y',
            'p',
            'i',
            's',
            'o',
            'm',
            0,
            0,
            2,
            0,
            'i',
            's',
            'o',
            'm', // ISO/IEC 14496-12 4.3
            0x0C,
            0,
            0,
            0,
            'm',
            'd',
            'a',
            't' // 201 MB, and the movie header behind it
        };
        InputStream in =
                new SequenceInputStream(new ByteArrayInputStream(start), new InfiniteCircularInputStream(new byte[1]));
        Run run = Run.with(in, "check", "--as=video", "--format=jsonl", "-");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .contains("\"rule\":\"video.size\",\"severity\":\"fail\"", "(the rest was not read)")
                .doesNotContain("video.readable", "video.complete");
    }

    @Test
    void no_command_is_shown_that_would_need_a_name() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(Run.sample("too-tall-300x900.jpg")))) {
            assertThat(Run.with(in, "check", "-").out()).endsWith("fix: Crop it, or pad it.\n");
        }
    }

    @Test
    void a_stream_that_breaks_off_is_an_unknown_file_access() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        Run run = Run.with(broken, "check", "-", Run.sample("drawing.png"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out())
                .contains("could not be read: Input/output error")
                .endsWith("1 checked, 1 could not be read: 1 pass, 1 unknown\n");
    }
}
