package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no readable regular file: unknown, with its reason, and never opened where that could block. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest {
    @TempDir
    private Path directory;

    private static void assertUnknown(Path file, String reason) {
        Verdict verdict = Preflight.standard().check(file);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(RuleId.FILE_ACCESS);
        assertThat(Judged.finding(verdict, RuleId.FILE_ACCESS).actual()).isEqualTo(reason);
        assertThat(verdict.kind()).isEmpty();
        assertThat(verdict.facts()).isEmpty();
        assertThat(verdict.bytes()).isEmpty();
        assertThat(verdict.bytesRead()).isZero();
    }

    private static String fix(Path file) {
        return Judged.finding(Preflight.standard().check(file), RuleId.FILE_ACCESS)
                .fix()
                .advice();
    }

    @Test
    void a_missing_file_is_unknown() {
        Path file = directory.resolve("missing.jpg");
        assertUnknown(file, "there is no such file");
        assertThat(fix(file)).isEqualTo("Check the name and the directory.");
    }

    @Test
    void a_file_that_vanished_is_unknown() throws IOException {
        Path file =
                Files.write(directory.resolve("gone.jpg"), JpegBuilder.image().bytes());
        Files.delete(file);
        assertUnknown(file, "there is no such file");
    }

    @Test
    void a_directory_is_unknown_and_the_fix_is_to_check_what_is_in_it() throws IOException {
        Path subdirectory = Files.createDirectory(directory.resolve("directory.mp4"));
        assertUnknown(subdirectory, "it is a directory");
        assertThat(fix(subdirectory)).isEqualTo("Name the files in it, or check all of them.");
    }

    @Test
    void a_pipe_without_a_writer_is_unknown_and_does_not_block() throws Exception {
        Path pipe = directory.resolve("pipe.mp4");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(mkfifo.waitFor()).isZero();
        assertUnknown(pipe, "it is a pipe, a socket or a device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/random"})
    void a_device_is_unknown(String device) {
        assertUnknown(Path.of(device), "it is a pipe, a socket or a device");
    }

    @Test
    void a_link_to_a_device_is_unknown() throws IOException {
        assertUnknown(
                Files.createSymbolicLink(directory.resolve("zeros.mp4"), Path.of("/dev/zero")),
                "it is a pipe, a socket or a device");
    }

    @Test
    void a_link_to_nowhere_is_unknown() throws IOException {
        assertUnknown(
                Files.createSymbolicLink(directory.resolve("link.jpg"), directory.resolve("nowhere.jpg")),
                "there is no such file");
    }

    @Test
    void links_in_a_circle_are_unknown() throws IOException {
        Path one = directory.resolve("one.jpg");
        Path two = directory.resolve("two.jpg");
        Files.createSymbolicLink(one, two);
        Files.createSymbolicLink(two, one);
        Verdict verdict = Preflight.standard().check(one);
        assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown");
    }

    @Test
    void a_file_that_may_not_be_read_is_unknown() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        Path file =
                Files.write(directory.resolve("secret.jpg"), JpegBuilder.image().bytes());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertUnknown(file, "it cannot be read: permission denied");
    }

    @Test
    void a_link_to_a_regular_file_is_followed() throws IOException {
        Path file =
                Files.write(directory.resolve("image.jpg"), JpegBuilder.image().bytes());
        Path link = Files.createSymbolicLink(directory.resolve("link.jpg"), file);
        assertThat(Preflight.standard().check(link).passed()).isTrue();
    }

    @Test
    void the_name_of_a_link_counts_and_not_that_of_its_target() throws IOException {
        Path file =
                Files.write(directory.resolve("image.jpg"), JpegBuilder.image().bytes());
        Path link = Files.createSymbolicLink(directory.resolve("link.png"), file);
        assertThat(Judged.findings(Preflight.standard().check(link))).containsExactly("image.name=warn");
    }

    @Test
    void a_file_of_another_file_system_is_read_like_any() throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = Files.write(
                    memory.getPath("/image.jpg"), JpegBuilder.image().bytes());
            assertThat(Preflight.standard().check(file).format()).contains(Format.JPEG);
        }
    }

    @Test
    void the_root_of_a_file_system_has_no_name_and_is_a_directory() {
        assertUnknown(Path.of("/"), "it is a directory");
    }
}
