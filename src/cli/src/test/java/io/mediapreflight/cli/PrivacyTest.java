package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --privacy}: advice on metadata in this process, without FFmpeg. */
class PrivacyTest {
    private static final String ADVICE =
            "\"rule\":\"privacy.location\",\"severity\":\"advice\",\"actual\":\"city \\\"Paris\\\" (XMP)\"";

    @TempDir
    Path directory;

    private Path photo;

    /** A sample that passes, with an XMP segment behind its first marker. */
    @BeforeEach
    void photo() throws IOException {
        photo = photo("photoshop:City='Paris'");
    }

    private Path photo(String properties) throws IOException {
        byte[] sample = Files.readAllBytes(Path.of(Run.sample("photo-small.jpg")));
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                        + "<rdf:Description xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
                        + " " + properties + "/></rdf:RDF>")
                .getBytes(StandardCharsets.ISO_8859_1);
        int length = xmp.length + 2;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(sample, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(xmp);
        bytes.write(sample, 2, sample.length - 2);
        return Files.write(directory.resolve("photo-" + properties.length() + ".jpg"), bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "audit"})
    void says_what_metadata_reveal_and_passes_the_file(String command) {
        Run run = Run.of(command, "--privacy", "--format", "jsonl", photo.toString());
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains(ADVICE).doesNotContain("\"opinion\"");
    }

    @Test
    void says_nothing_of_metadata_unless_asked() {
        assertThat(Run.of("check", "--format", "jsonl", photo.toString()).out()).contains("\"advice\":[]");
    }

    @Test
    void reads_the_metadata_of_standard_input() throws IOException {
        Run run = Run.with(
                new ByteArrayInputStream(Files.readAllBytes(photo)), "check", "--privacy", "--format", "jsonl", "-");
        assertThat(run.out()).contains(ADVICE);
    }

    @Test
    void reads_the_metadata_of_a_requests_media() throws IOException {
        Path request = Files.writeString(
                directory.resolve("request.json"),
                "{\"model\":\"kling/kling-v3-motion-control\",\"reference_images\":[\"https://media.example.org/a.jpg\"]}");
        Run run = Run.of(
                "check",
                "--offline",
                "--privacy",
                "--format",
                "jsonl",
                "--request",
                request.toString(),
                "--image-file",
                photo.toString());
        assertThat(run.out()).contains(ADVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "audit"})
    void the_command_that_takes_all_of_it_away_is_printed_once_for_a_file(String command) throws IOException {
        Path both = photo(
                "photoshop:City='Paris' xmlns:aux='http://ns.adobe.com/exif/1.0/aux/' aux:OwnerName='Ann Example'");
        Run json = Run.of(command, "--privacy", "--format", "jsonl", both.toString());
        assertThat(json.out()).contains("privacy.location", "privacy.owner");
        Run text = Run.of(command, "--privacy", both.toString());
        assertThat(text.out().split("exiftool ", -1)).hasSize(2);
        Run two = Run.of(command, "--privacy", both.toString(), photo.toString());
        assertThat(two.out().split("exiftool ", -1)).hasSize(3);
    }

    @Test
    void deep_checks_include_it() {
        assertThat(Run.of("check", "--deep", "--format", "jsonl", photo.toString())
                        .out())
                .contains(ADVICE);
    }
}
