package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepTest {
    @TempDir
    Path directory;

    @Test
    void a_damaged_image_passes_by_its_headers_and_fails_by_decoding() throws IOException {
        String damaged = damagedImage().toString();
        assertThat(Run.of("check", damaged).code()).isEqualTo(ExitCode.PASSED);
        Run deep = Run.of("check", "--deep", "--format", "jsonl", damaged);
        assertThat(deep.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(deep.out()).contains("\"rule\":\"image.decodable\",\"severity\":\"fail\"");
    }

    /** The compressed data of a PNG, overwritten with their checksum made good again. */
    private Path damagedImage() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(Run.sample("drawing.png")));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("IDAT");
        int length = ByteBuffer.wrap(bytes).getInt(at - 4);
        Arrays.fill(bytes, at + 4 + length / 2, at + 4 + length, (byte) 0x5A);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, at, 4 + length);
        ByteBuffer.wrap(bytes).putInt(at + 4 + length, (int) checksum.getValue());
        return Files.write(directory.resolve("damaged.png"), bytes);
    }

    @Test
    void headers_that_promise_a_larger_image_than_decodes_are_a_warning_with_both_sizes() throws IOException {
        String hex = HexFormat.of().formatHex(Files.readAllBytes(Path.of(Run.sample("too-small-320x240.mp4"))));
        String lying = hex.replace("014000f0", "028001e0").replace("0140000000f00000", "0280000001e00000");
        Path file = Files.write(directory.resolve("lying.mp4"), HexFormat.of().parseHex(lying));
        assertThat(Run.of("check", file.toString()).out())
                .startsWith("warn")
                .contains("warn video.dimensions: The video is 640x480 px as coded and 320x240 px by its codec "
                        + "configuration; its");
        assertThat(Run.of("check", "--deep", "--format", "jsonl", file.toString())
                        .out())
                .contains("320x240 px (codec configuration), 320x240 px (coded, by FFmpeg)\"");
    }

    @Test
    void an_audit_says_where_a_video_breaks() throws IOException {
        Files.copy(Path.of(Run.sample("truncated-moov-first.mp4")), directory.resolve("cut-off.mp4"));
        Files.copy(Path.of(Run.sample("clip-4s-faststart.mp4")), directory.resolve("whole.mp4"));
        Run run = Run.of("audit", "--deep-full", "--format", "jsonl", directory.toString());
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        cutOff -> assertThat(cutOff)
                                .contains("\"rule\":\"video.decodable\",\"severity\":\"fail\"")
                                .containsPattern("\"actual\":\"[^\"]*, at 1\\.\\d+ s \\(FFmpeg\\)\""),
                        whole -> assertThat(whole).contains("\"outcome\":\"pass\""));
    }

    @Test
    void standard_input_is_decoded_too() throws IOException {
        byte[] half = Files.readAllBytes(damagedImage());
        Run run = Run.with(new ByteArrayInputStream(half), "check", "--deep", "-");
        assertThat(run.out()).contains("image.decodable");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
    }

    @Test
    void a_format_that_is_refused_anyway_is_not_decoded() {
        Run run = Run.of("check", "--deep", "--format", "jsonl", Run.sample("picture.webp"));
        assertThat(run.out()).contains("\"rule\":\"image.format\"").doesNotContain("decodable");
    }

    @Test
    void without_ffmpeg_a_deep_check_says_how_to_get_it_and_a_plain_one_works() throws Exception {
        Run deep = withoutFfmpeg("check", "--deep", Run.sample("drawing.png"));
        assertThat(deep.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(deep.out()).isEmpty();
        assertThat(deep.err())
                .startsWith("preflight: --deep cannot use FFmpeg: FFmpeg for ")
                .contains("org.bytedeco:ffmpeg:");
        assertThat(withoutFfmpeg("check", Run.sample("drawing.png")).code()).isEqualTo(ExitCode.PASSED);
    }

    private static Run withoutFfmpeg(String... args) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("bytedeco"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }
}
