package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.fixture.TrackBuilder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often and how much is read of a file that passes. */
class ReadBudgetTest {
    private static final int KIB = 1024;
    private static final long IMAGE_BYTES = 9_000_000;
    private static final long VIDEO_BYTES = 100_000_000;

    /** A quarter of a million of them makes tables of 1 MB. */
    private static final int ENTRIES = 250_000;

    /** The beginning of the file and, where it comes last, of {@code moov}; then one for each table's end. */
    private static final int MOVIE_READS = 8;

    /** {@code stts}, {@code stsz} and {@code stco}; {@code stsc} has one entry. */
    private static final int TABLES = 3;

    private static final int MOVIE_BYTES = 32 * KIB;

    private static RecordingSource passingImage(RecordingSource source) {
        assertThat(Judged.findings(Judged.image(source))).isEmpty();
        return source;
    }

    private static RecordingSource passingVideo(RecordingSource source) {
        assertThat(Judged.findings(Judged.video(source))).isEmpty();
        return source;
    }

    @Test
    void a_jpeg_with_its_frame_in_front_takes_two_reads() {
        assertThat(passingImage(JpegBuilder.image().exifWithThumbnail(6).sized(IMAGE_BYTES))
                        .reads())
                .isEqualTo(2);
    }

    @Test
    void a_png_takes_two_reads() {
        assertThat(passingImage(PngBuilder.image().sized(IMAGE_BYTES)).reads()).isEqualTo(2);
    }

    static Stream<byte[]> smallFiles() {
        return Samples.all().values().stream().filter(bytes -> bytes.length <= 4 * KIB);
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void a_small_file_takes_one_read(byte[] bytes) {
        RecordingSource source = RecordingSource.of(bytes);
        Judged.video(source);
        assertThat(source.reads()).isEqualTo(1);
    }

    @Test
    void a_jpeg_of_full_segments_takes_one_read_for_each_and_less_than_a_quarter_of_a_megabyte() {
        int segments = 152;
        byte[] jpeg =
                JpegBuilder.image().segments(segments, JpegBuilder.FULL_SEGMENT).bytes();
        RecordingSource source = passingImage(RecordingSource.of(jpeg));
        assertThat(source.reads()).isLessThanOrEqualTo(segments + 2);
        assertThat(source.bytesRead()).isLessThan(256 * KIB);
    }

    @Test
    void a_jpeg_over_the_size_limit_with_160_full_segments_takes_no_more() {
        byte[] jpeg =
                JpegBuilder.image().segments(160, JpegBuilder.FULL_SEGMENT).bytes();
        RecordingSource source = RecordingSource.of(jpeg);
        assertThat(Judged.findings(Judged.image(source))).containsExactly("image.size=fail");
        assertThat(source.bytesRead()).isLessThan(256 * KIB);
    }

    @Test
    void a_png_of_1200_image_data_chunks_takes_two_reads() {
        byte[] png = PngBuilder.image().imageData(1200, 8192).bytes();
        assertThat(passingImage(RecordingSource.of(png)).reads()).isEqualTo(2);
    }

    @Test
    void a_png_with_bytes_behind_its_end_takes_less_than_a_quarter_of_a_megabyte() {
        byte[] png = PngBuilder.image()
                .imageData(1200, 8192)
                .trailer(Bytes.zeros(100))
                .bytes();
        assertThat(passingImage(RecordingSource.of(png)).bytesRead()).isLessThan(256 * KIB);
    }

    @Test
    void a_png_over_the_size_limit_with_1280_image_data_chunks_takes_no_more() {
        byte[] png = PngBuilder.image()
                .imageData(1280, 8192)
                .trailer(Bytes.zeros(100))
                .bytes();
        RecordingSource source = RecordingSource.of(png);
        assertThat(Judged.findings(Judged.image(source))).containsExactly("image.size=fail");
        assertThat(source.bytesRead()).isLessThan(256 * KIB);
    }

    private static Mp4Builder longTables(int tracks) {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.entriesPerTable(ENTRIES));
        IntStream.range(1, tracks)
                .forEach(i -> clip.track(TrackBuilder.audio().id(i + 1).entriesPerTable(ENTRIES)));
        return clip;
    }

    @Test
    void a_video_of_100_mb_with_audio_takes_a_read_for_each_table_where_moov_comes_first() {
        RecordingSource source = passingVideo(longTables(2).sized(VIDEO_BYTES));
        assertThat(source.reads()).isLessThanOrEqualTo(MOVIE_READS);
        assertThat(source.bytesRead()).isLessThanOrEqualTo(MOVIE_BYTES);
    }

    @Test
    void a_video_of_100_mb_with_audio_takes_a_read_for_each_table_where_moov_comes_last() {
        RecordingSource source = passingVideo(longTables(2).moovLast().sized(VIDEO_BYTES));
        assertThat(source.reads()).isLessThanOrEqualTo(MOVIE_READS);
        assertThat(source.bytesRead()).isLessThanOrEqualTo(MOVIE_BYTES);
    }

    @Test
    void a_quicktime_video_of_100_mb_takes_no_more() {
        RecordingSource source = passingVideo(
                longTables(2).brand("qt  ").moovLast().largeMediaData().sized(VIDEO_BYTES));
        assertThat(source.reads()).isLessThanOrEqualTo(MOVIE_READS);
        assertThat(source.bytesRead()).isLessThanOrEqualTo(MOVIE_BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void each_further_track_takes_one_read_more_for_each_of_its_tables(int tracks) {
        RecordingSource source = passingVideo(longTables(tracks).sized(VIDEO_BYTES));
        assertThat(source.reads()).isLessThanOrEqualTo(MOVIE_READS + TABLES * (tracks - 2));
    }

    @Test
    void a_video_of_7200_fragments_takes_at_most_two_megabytes() {
        int frames = 7200;
        int ticksAFrame = 30_000 * 30 / frames;
        RecordingSource source = passingVideo(RecordingSource.of(Mp4Builder.clip()
                .fragments(FragmentsBuilder.of(1, frames, ticksAFrame).mediaData(13_000))
                .bytes()));
        assertThat(source.bytesRead()).isLessThanOrEqualTo(2 * KIB * KIB);
    }

    @Test
    void the_verdict_says_how_much_was_read() {
        RecordingSource source = Mp4Builder.clip().moovLast().sized(VIDEO_BYTES);
        assertThat(Judged.video(source).bytesRead()).isEqualTo(source.bytesRead());
    }
}
