package io.mediapreflight.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BlockSource;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes from anywhere are judged as the same bytes in an array are. */
class SourcesTest {
    private static final Preflight PREFLIGHT = Preflight.standard();

    @TempDir
    Path directory;

    static Stream<Map.Entry<String, byte[]>> samples() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_kind_of_source_gives_the_same_findings(Map.Entry<String, byte[]> sample) throws IOException {
        byte[] bytes = sample.getValue();
        Verdict expected = PREFLIGHT.check(BytesSource.of(bytes), Subject.anything());
        Path file = Files.write(directory.resolve("sample"), bytes);
        try (FileChannel open = FileChannel.open(file);
                SeekableByteChannel seekable = new WithoutPositions(FileChannel.open(file))) {
            for (Source source : new Source[] {
                BytesSource.of(ByteBuffer.wrap(bytes)),
                ChannelSource.of(open),
                ChannelSource.of(seekable),
                ranged(bytes),
                BlockSource.of(ranged(bytes)),
                BlockSource.of(ranged(bytes), 100),
                BlockSource.of(RecordingSource.of(bytes).shortReads(7)),
                BlockSource.of(RecordingSource.of(bytes).unknownSize())
            }) {
                assertThat(PREFLIGHT.check(source, Subject.anything()).findings())
                        .as(source.getClass().getSimpleName())
                        .isEqualTo(expected.findings());
            }
        }
    }

    private static Source ranged(byte[] bytes) {
        return RangedSource.of(
                bytes.length, (offset, buffer) -> BytesSource.of(bytes).read(offset, buffer));
    }

    @Test
    void bytes_without_a_name_are_shown_without_one() {
        BytesSource image = BytesSource.of(PngBuilder.image().bytes());
        assertThat(PREFLIGHT.check(image, Subject.image())).hasToString("pass");
    }

    @Test
    void a_ranged_source_of_unknown_size_ends_where_its_reader_says_so() {
        byte[] bytes = Mp4Builder.clip().bytes();
        Source source = RangedSource.ofUnknownSize(
                (offset, buffer) -> BytesSource.of(bytes).read(offset, buffer));
        assertThat(PREFLIGHT.check(source, Subject.anything()).findings()).isEmpty();
    }

    @Test
    void an_unchecked_exception_of_a_reader_is_unknown_access() {
        Source source = RangedSource.of(9, (offset, buffer) -> {
            throw new IllegalStateException("the store is closed");
        });
        Verdict verdict = PREFLIGHT.check(source, Subject.anything());
        assertThat(verdict.outcomeId()).isEqualTo("unknown");
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).isEqualTo("the store is closed"));
    }

    @Test
    void a_channel_stays_open() throws IOException {
        Path file = Files.write(directory.resolve("clip.mp4"), Mp4Builder.clip().bytes());
        try (FileChannel channel = FileChannel.open(file)) {
            ChannelSource.of(channel).close();
            assertThat(channel.isOpen()).isTrue();
        }
    }

    @Test
    void a_file_of_one_block_is_read_once() {
        assertThat(reads(Mp4Builder.clip().moovLast().bytes(), BlockSource::of)).isEqualTo(1);
    }

    @Test
    void blocks_save_the_reads_from_header_to_header() {
        byte[] bytes = JpegBuilder.image().segments(5, 10_000).bytes();
        assertThat(reads(bytes, source -> source)).isGreaterThan(5);
        assertThat(reads(bytes, BlockSource::of)).isEqualTo(1);
    }

    @Test
    void the_end_of_a_large_file_is_one_more_read() {
        byte[] bytes = Mp4Builder.clip().moovLast().mediaData(200_000).bytes();
        assertThat(reads(bytes, BlockSource::of)).isEqualTo(2);
    }

    private static int reads(byte[] bytes, Function<Source, Source> around) {
        RecordingSource counted = RecordingSource.of(bytes);
        PREFLIGHT.check(around.apply(counted), Subject.anything());
        return counted.reads();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, (16 << 20) + 1})
    void a_block_has_1_byte_to_16_MiB(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockSource.of(BytesSource.of(new byte[1]), bytes))
                .withMessageContaining(String.valueOf(bytes));
    }

    @Test
    void a_source_cannot_have_a_negative_size() {
        assertThatIllegalArgumentException().isThrownBy(() -> RangedSource.of(-1, (offset, buffer) -> -1));
    }

    /** A channel that reads only where it stands, as those of other file systems do. */
    private static final class WithoutPositions implements SeekableByteChannel {
        private final FileChannel channel;

        WithoutPositions(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
