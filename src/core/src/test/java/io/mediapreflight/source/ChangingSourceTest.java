package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that fail or change while they are read: nothing is said of what they hold. */
class ChangingSourceTest {
    private static final long SIZE = 1_000_000;

    @TempDir
    private Path directory;

    static Stream<Supplier<RecordingSource>> sources() {
        return Stream.of(
                () -> JpegBuilder.image().sized(SIZE),
                () -> RecordingSource.of(JpegBuilder.image()
                        .segments(9, JpegBuilder.FULL_SEGMENT)
                        .bytes()),
                () -> PngBuilder.image().sized(SIZE),
                () -> PngBuilder.image().trailer(Bytes.zeros(100)).sized(SIZE),
                () -> Mp4Builder.clip().sized(SIZE),
                () -> Mp4Builder.clip().moovLast().sized(SIZE));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_read_that_fails_is_unknown_whichever_it_is(Supplier<RecordingSource> sources) {
        RecordingSource steady = sources.get();
        assertThat(Preflight.standard().check(steady, Subject.anything()).passed())
                .isTrue();
        assertThat(IntStream.rangeClosed(1, steady.reads())
                        .mapToObj(n -> Preflight.standard().check(sources.get().failingAtRead(n), Subject.anything())))
                .allSatisfy(verdict -> {
                    assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown");
                    assertThat(Judged.finding(verdict, RuleId.FILE_ACCESS).actual())
                            .isEqualTo("the disk is on fire");
                    assertThat(verdict.probed()).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_source_that_shrinks_is_unknown(Supplier<RecordingSource> sources) {
        int reads = sources.get().reads() + reads(sources);
        assertThat(IntStream.range(0, reads)
                        .mapToObj(
                                n -> Preflight.standard().check(sources.get().shrinkingTo(10, n), Subject.anything())))
                .allSatisfy(verdict -> assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown"));
    }

    private static int reads(Supplier<RecordingSource> sources) {
        RecordingSource steady = sources.get();
        Preflight.standard().check(steady, Subject.anything());
        return steady.reads();
    }

    @Test
    void what_was_read_before_the_failure_is_counted() {
        RecordingSource source = JpegBuilder.image().sized(SIZE).failingAtRead(2);
        Verdict verdict = Preflight.standard().check(source, Subject.image());
        assertThat(verdict.bytesRead()).isPositive().isEqualTo(source.bytesRead());
    }

    @Test
    void a_file_that_has_grown_since_it_was_opened_is_unknown() throws IOException {
        Path file = Files.write(
                directory.resolve("growing.jpg"), JpegBuilder.image().bytes());
        try (FileSource source = FileSource.open(file)) {
            Files.write(file, new byte[1], StandardOpenOption.APPEND);
            assertThat(Judged.findings(Judged.image(source))).containsExactly("file.access=unknown");
        }
    }

    @Test
    void a_file_that_was_truncated_after_it_was_opened_is_unknown() throws IOException {
        Path file = Files.write(
                directory.resolve("truncated.jpg"), JpegBuilder.image().bytes());
        try (FileSource source = FileSource.open(file)) {
            Files.write(file, new byte[1]);
            assertThat(Judged.findings(Judged.image(source))).containsExactly("file.access=unknown");
        }
    }

    @Test
    void a_file_that_stays_as_it_is_closes_without_an_error() throws IOException {
        Path file =
                Files.write(directory.resolve("steady.jpg"), JpegBuilder.image().bytes());
        try (FileSource source = FileSource.open(file)) {
            assertThat(Judged.image(source).passed()).isTrue();
        }
    }

    @Test
    void a_source_of_unknown_size_is_unknown() {
        Source broken = new Source() {
            @Override
            public OptionalLong size() throws IOException {
                throw new IOException("the size cannot be asked for");
            }

            @Override
            public int read(long offset, ByteBuffer into) {
                return -1;
            }
        };
        assertThat(Judged.image(broken).findings())
                .extracting(Finding::actual)
                .containsExactly("the size cannot be asked for");
    }

    @Test
    void a_closed_source_says_so() {
        assertThat(Judged.image(failing(new java.nio.channels.ClosedChannelException()))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("The source was closed before it was read.");
    }

    @Test
    void an_exception_without_a_message_is_not_called_by_its_class() {
        assertThat(Judged.image(failing(new java.io.EOFException())).findings())
                .extracting(Finding::actual)
                .containsExactly("the system gave no reason");
    }

    private static Source failing(IOException failure) {
        return new Source() {
            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }

            @Override
            public int read(long offset, ByteBuffer into) throws IOException {
                throw failure;
            }
        };
    }
}
