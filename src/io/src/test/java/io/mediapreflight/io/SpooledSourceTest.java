package io.mediapreflight.io;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.spec.RuleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.io.input.InfiniteCircularInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpooledSourceTest {
    private static final Path TESTDATA = Path.of("..", "..", "testdata");
    private static final int MEMORY = 100;

    @TempDir
    Path directory;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private SpooledSource spooled(byte[] bytes, long maximum) throws IOException {
        return SpooledSource.of(new ByteArrayInputStream(bytes), maximum, MEMORY, directory);
    }

    private boolean hasLeftFiles() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MEMORY - 1, MEMORY, MEMORY + 1, 200_000})
    void what_was_read_is_kept_in_memory_or_in_a_file(int count) throws IOException {
        byte[] bytes = bytes(count);
        try (SpooledSource source = spooled(bytes, 1_000_000);
                InputStream in = source.newInputStream()) {
            assertThat(source.size()).hasValue(count);
            assertThat(source.isComplete()).isTrue();
            assertThat(in.readAllBytes()).isEqualTo(bytes);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(source.read(count, ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        assertThat(hasLeftFiles()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9, 10, true", "10, 10, true", "11, 10, false", "0, 0, true", "1, 0, false", "5000, 4999, false"})
    void a_stream_is_complete_up_to_the_maximum(int count, long maximum, boolean complete) throws IOException {
        byte[] bytes = bytes(count);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try (SpooledSource source = SpooledSource.of(in, maximum, MEMORY, directory)) {
            assertThat(source.isComplete()).isEqualTo(complete);
            assertThat(source.size().isPresent()).isEqualTo(complete);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void of_a_longer_stream_one_byte_beyond_the_maximum_is_read_and_the_rest_is_unavailable() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes(1000));
        try (SpooledSource source = SpooledSource.of(in, 10, MEMORY, directory);
                InputStream again = source.newInputStream()) {
            assertThat(in.available()).isEqualTo(1000 - 11);
            assertThat(source.read(8, ByteBuffer.allocate(9))).isEqualTo(3);
            assertThatExceptionOfType(BytesUnavailableException.class)
                    .isThrownBy(() -> source.read(11, ByteBuffer.allocate(1)));
            assertThatExceptionOfType(BytesUnavailableException.class).isThrownBy(again::readAllBytes);
        }
    }

    @Test
    void a_stream_is_checked_like_a_file() throws IOException {
        Preflight preflight = Preflight.standard();
        Path file = TESTDATA.resolve("clip-4s-moov-at-end.mp4");
        try (InputStream in = Files.newInputStream(file);
                SpooledSource source = SpooledSource.of(in, preflight.limits())) {
            Verdict verdict = preflight.check(
                    source, Subject.anything().named(file.getFileName().toString()));
            assertThat(verdict.facts()).isEqualTo(preflight.check(file).facts());
            assertThat(verdict).passes();
        }
    }

    @Test
    void an_endless_stream_is_too_large_and_nothing_else() throws IOException {
        Preflight preflight = Preflight.standard();
        try (InputStream clip = Files.newInputStream(TESTDATA.resolve("clip-4s-faststart.mp4"));
                SpooledSource source = SpooledSource.of(
                        new SequenceInputStream(clip, new InfiniteCircularInputStream(new byte[1])),
                        preflight.limits().largestBytes(),
                        MEMORY,
                        directory)) {
            Verdict verdict = preflight.check(source, Subject.anything().named("clip.mp4"));
            assertThat(verdict).failsOnly(RuleId.VIDEO_SIZE);
        }
        assertThat(hasLeftFiles()).isFalse();
    }

    private static InputStream throwing(RuntimeException e) {
        return new InputStream() {
            @Override
            public int read() {
                throw e;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw e;
            }
        };
    }

    @Test
    void a_stream_that_breaks_off_is_reported_and_leaves_nothing_behind() throws IOException {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(bytes(MEMORY * 2)), throwing(new IllegalStateException("connection reset")));
        assertThatIOException()
                .isThrownBy(() -> SpooledSource.of(broken, 1000, MEMORY, directory))
                .withMessage("connection reset")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(hasLeftFiles()).isFalse();
    }

    @Test
    void a_stream_that_gives_nothing_without_ending_is_an_error() {
        InputStream idle = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return 0;
            }
        };
        assertThatIOException()
                .isThrownBy(() -> SpooledSource.of(idle, 1000))
                .withMessage("the stream returned no byte, and did not end");
    }

    @Test
    void a_directory_that_is_missing_is_no_failure_of_the_stream() {
        Path missing = directory.resolve("missing");
        ByteArrayInputStream in = new ByteArrayInputStream(bytes(MEMORY + 1));
        assertThatExceptionOfType(NotKeptException.class)
                .isThrownBy(() -> SpooledSource.of(in, 1000, MEMORY, missing))
                .withMessageStartingWith("it could not be kept in a temporary file: ");
    }

    @Test
    void an_interrupt_ends_the_reading() throws IOException {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(ClosedByInterruptException.class)
                    .isThrownBy(() -> SpooledSource.of(
                            new InfiniteCircularInputStream(new byte[1]), Long.MAX_VALUE - 1, MEMORY, directory));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(hasLeftFiles()).isFalse();
    }

    @Test
    void while_it_is_open_its_file_has_no_name_where_the_system_allows_that() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        try (SpooledSource source = spooled(bytes(MEMORY + 1), 1000)) {
            assertThat(hasLeftFiles()).isFalse();
            assertThat(source.isComplete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, MEMORY + 1})
    void what_needs_a_name_gets_a_copy_that_is_deleted(int count) throws IOException {
        byte[] bytes = bytes(count);
        try (SpooledSource source = spooled(bytes, 1000);
                TemporaryEntry copy = source.toFile()) {
            assertThat(copy.path()).hasBinaryContent(bytes);
            if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.path())))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(hasLeftFiles()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, MEMORY + 1})
    void what_was_closed_can_be_neither_read_nor_copied(int count) throws IOException {
        SpooledSource source = spooled(bytes(count), 1000);
        source.close();
        assertThatIOException()
                .isThrownBy(() -> source.read(0, ByteBuffer.allocate(1)))
                .withMessage("what was kept of the stream was closed before it was read");
        assertThatThrownBy(source::toFile).isInstanceOf(NotKeptException.class);
        assertThat(hasLeftFiles()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "9223372036854775807, 0"})
    void impossible_bounds_are_refused(long maximum, int memory) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpooledSource.of(InputStream.nullInputStream(), maximum, memory, directory));
    }
}
