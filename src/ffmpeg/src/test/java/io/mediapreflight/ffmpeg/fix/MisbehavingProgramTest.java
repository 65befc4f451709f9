package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs in FFmpeg's place that do what FFmpeg does on a bad day. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MisbehavingProgramTest {
    private static final String SAMPLE = "too-small-299x400.jpg";

    /** Lists encoders as FFmpeg does; then it has the path of the copy in {@code $out}. */
    private static final String BEGINNING = """
            #!/bin/sh
            case "$*" in *-encoders*) echo ' V....D libx264 H.264'; exit 0;; esac
            for out; do :; done
            out=${out#file:}
            """;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void sample() throws IOException {
        file = Files.copy(
                Testdata.file(SAMPLE),
                Files.createDirectory(directory.resolve("media")).resolve("a.jpg"));
    }

    @Test
    void what_a_program_that_fails_has_written_is_gone() throws Exception {
        assertThat(fixed("printf half > \"$out\"; echo '[mjpeg @ 0x5] No such thing.' >&2; exit 1"))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason())
                                .hasToString("The copy could not be written: No such thing."));
        assertUntouched();
    }

    @Test
    void a_copy_that_is_not_as_planned_gets_no_name_whatever_the_exit_code_says() throws Exception {
        Path other = Testdata.file("smallest-300x300.jpg");
        assertThat(fixed("cat '" + other + "' > \"$out\"; exit 0"))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.other-size"));
        assertUntouched();
    }

    @Test
    void a_copy_that_does_not_pass_gets_no_name() throws Exception {
        assertThat(fixed("printf 'no image' > \"$out\"; exit 0"))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.not-passing"));
        assertUntouched();
    }

    @Test
    void a_copy_that_is_too_large_is_made_once_more_with_a_tighter_plan() throws Exception {
        FixResult.Fixed good = fixedByFfmpeg();
        String script = "if [ -e '" + pidFile() + "' ]; then cat '" + good.path() + "' > \"$out\"; exit 0; fi; touch '"
                + pidFile() + "'; cat '" + good.path() + "' > \"$out\"; head -c 10000000 /dev/zero >> \"$out\"";
        assertThat(fixed(script)).isInstanceOfSatisfying(FixResult.Fixed.class, fixed -> {
            assertThat(fixed.plan().maxBytes()).isLessThan(good.plan().maxBytes());
            assertThat(fixed.path()).hasSameBinaryContentAs(good.path());
        });
    }

    @Test
    void a_copy_that_is_too_large_twice_gets_no_name() throws Exception {
        assertThat(fixed("head -c 15000000 /dev/zero > \"$out\"; exit 0")).isInstanceOf(FixResult.Failed.class);
        assertUntouched();
    }

    private FixResult.Fixed fixedByFfmpeg() throws Exception {
        try (Fixer fixer = Fixer.builder().build()) {
            return (FixResult.Fixed) fixer.fix(
                    file,
                    io.mediapreflight.Preflight.standard().check(file, Subject.image()),
                    Subject.image(),
                    directory.resolve("good"));
        }
    }

    @Test
    void a_program_that_writes_nothing_and_reports_success_has_failed() throws Exception {
        assertThat(fixed("exit 0"))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.no-program"));
        assertUntouched();
    }

    @Test
    void a_program_that_fills_in_what_is_missing_has_failed() throws Exception {
        Path good = fixedByFfmpeg().path();
        assertThat(fixed("cat '" + good
                        + "' > \"$out\"; echo '[bmp @ 0x5] not enough data, trying to decode anyway' >&2"))
                .hasToString("Failed[reason=The copy could not be written: not enough data, trying to decode anyway.]");
        assertUntouched();
    }

    @Test
    void a_full_disk_is_named_and_nothing_is_left_on_it() throws Exception {
        assertThat(
                        fixed(
                                "printf half > \"$out\"; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1"))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.disk-full"));
        assertUntouched();
    }

    @Test
    void a_program_that_hangs_is_ended_when_its_time_is_over() throws Exception {
        try (Fixer fixer = Fixer.builder()
                .program(program("printf half > \"$out\"; echo $$ > '" + pidFile() + "'; exec sleep 1000"))
                .time(Duration.ofSeconds(2))
                .build()) {
            assertThat(fixer.fix(file, Subject.image()))
                    .isInstanceOfSatisfying(
                            FixResult.Failed.class,
                            failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.time"));
        }
        assertProgramEnded();
        assertUntouched();
    }

    @Test
    void an_interrupt_ends_the_program_and_leaves_nothing() throws Exception {
        try (Fixer fixer = Fixer.builder()
                .program(program("printf half > \"$out\"; echo $$ > '" + pidFile() + "'; kill -STOP $$; sleep 1000"))
                .build()) {
            Thread caller = new Thread(() -> {
                try {
                    fixer.fix(file, Subject.image());
                } catch (InterruptedException e) {
                    return;
                }
                throw new AssertionError("it was not interrupted");
            });
            caller.start();
            while (!Files.exists(pidFile()) || Files.size(pidFile()) == 0) {
                Thread.sleep(5);
            }
            caller.interrupt();
            caller.join();
        }
        assertProgramEnded();
        assertUntouched();
    }

    @Test
    void a_missing_library_is_named() throws Exception {
        Path broken = script("""
                #!/bin/sh
                echo "$0: error while loading shared libraries: libxcb.so.1: cannot open shared object file: No such file" >&2
                exit 127
                """);
        assertThat(fixedBy(broken))
                .hasToString("Failed[reason=FFmpeg's program needs the library libxcb.so.1, which is missing"
                        + " here. Install it, or use an FFmpeg of your own.]");
    }

    @Test
    void a_program_that_is_not_there_is_named() throws Exception {
        assertThat(fixedBy(directory.resolve("no ffmpeg")))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.no-program"));
        assertUntouched();
    }

    @Test
    void a_program_gets_no_secret_of_the_environment_and_nothing_to_read() throws Exception {
        fixed("env > '" + directory.resolve("env") + "'; wc -c > '" + directory.resolve("stdin") + "'; exit 1");
        assertThat(Files.readAllLines(directory.resolve("env")))
                .allMatch(line -> line.matches(
                        "(PATH|HOME|TMPDIR|LD_LIBRARY_PATH|LC_ALL|MALLOC_ARENA_MAX|PWD|OLDPWD|SHLVL|_)=.*"));
        assertThat(Files.readString(directory.resolve("stdin")).strip()).isEqualTo("0");
    }

    private FixResult fixed(String body) throws Exception {
        return fixedBy(program(body));
    }

    private FixResult fixedBy(Path program) throws InterruptedException {
        try (Fixer fixer = Fixer.builder().program(program).build()) {
            return fixer.fix(file, Subject.image());
        }
    }

    private Path program(String body) throws IOException {
        return script(BEGINNING + body + "\n");
    }

    private Path script(String text) throws IOException {
        Path script = Files.writeString(directory.resolve("program"), text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path pidFile() {
        return directory.resolve("pid");
    }

    /** Waits for ever where it goes on, which the time-out ends. */
    private void assertProgramEnded() throws Exception {
        long pid = Long.parseLong(Files.readString(pidFile()).strip());
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(5);
        }
    }

    private void assertUntouched() throws IOException {
        assertThat(file).hasSameBinaryContentAs(Testdata.file(SAMPLE));
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all.toList()).isEqualTo(List.of(file));
        }
    }
}
