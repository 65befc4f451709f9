package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sample tables say: where the samples are, that there are any, and whether one contradicts another. */
class SampleTablesTest {
    /** Tables of 1 MB and more, of which only the first begins in the window. */
    private static final int ENTRIES = 250_000;

    /** The beginning, and the ends of {@code stts}, {@code stsz} and {@code stco} of two tracks. */
    private static final int MOVIE_READS = 7;

    private static final int COUNT = 8;
    private static final int ENTRY = 4;

    private static List<String> findings(byte[] clip) {
        return Judged.findings(Judged.video(clip));
    }

    private static String actual(byte[] clip, RuleId rule) {
        return Judged.finding(Judged.video(clip), rule).actual();
    }

    /** The video with this box, which it has once, turned into padding. */
    private static byte[] without(String box, byte[] clip) {
        return Bytes.patched(clip, Bytes.indexOf(clip, box), Bytes.text("free"));
    }

    /** In these videos the only chunk begins with the ninth byte of the media data, and has 150 samples of one byte. */
    @Test
    void a_video_shortened_up_to_its_last_chunk_is_cut_off() {
        byte[] clip = Mp4Builder.clip().mediaData(8).bytes();
        assertThat(findings(clip)).containsExactly("video.complete=fail");
        assertThat(actual(clip, RuleId.VIDEO_COMPLETE))
                .isEqualTo("at least 1 byte missing: the last chunk of a track lies behind the end of the file,"
                        + " at byte " + clip.length + " (ISO/IEC 14496-12 4.2)");
    }

    @Test
    void a_video_shortened_by_a_byte_of_its_last_sample_is_cut_off() {
        byte[] clip = Mp4Builder.clip().openEndedMediaData().mediaData(8 + 149).bytes();
        assertThat(findings(clip)).containsExactly("video.complete=fail");
        assertThat(actual(clip, RuleId.VIDEO_COMPLETE))
                .startsWith("at least 1 byte missing: the last samples of a track lie behind the end of the file");
    }

    @Test
    void a_video_whose_last_sample_ends_with_the_file_passes() {
        assertThat(findings(Mp4Builder.clip()
                        .openEndedMediaData()
                        .mediaData(8 + 150)
                        .bytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 900, 250_000})
    void an_emptied_video_whose_chunks_lie_in_its_moov_or_behind_the_end_is_cut_off(int entries) {
        byte[] clip = Mp4Builder.clip()
                .moovLast()
                .mediaData(0)
                .video(track -> track.entriesPerTable(entries))
                .bytes();
        assertThat(findings(clip)).contains("video.complete=fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stts", "stsc", "stsz", "stco"})
    void an_empty_table_beside_full_ones_is_not_readable(String table) {
        byte[] clip = Mp4Builder.clip().bytes();
        int count = Bytes.indexOf(clip, table) + (table.equals("stsz") ? 3 : 2) * ENTRY;
        byte[] emptied = Bytes.patched(clip, count, Bytes.u32(0));
        assertThat(findings(emptied)).contains("video.readable=fail");
        assertThat(actual(emptied, RuleId.VIDEO_READABLE))
                .contains("'" + table + "' has no entry, while '", ", at byte " + (Bytes.indexOf(clip, table) - 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stts", "stsc", "stco"})
    void a_count_that_does_not_fit_its_box_is_not_readable(String table) {
        byte[] clip = Mp4Builder.clip().bytes();
        byte[] lie = Bytes.patched(clip, Bytes.indexOf(clip, table) + 2 * ENTRY, Bytes.u32(3));
        assertThat(findings(lie)).contains("video.readable=fail");
        assertThat(actual(lie, RuleId.VIDEO_READABLE))
                .contains("'" + table + "' claims 3 entries, more than it holds, at byte "
                        + (Bytes.indexOf(clip, table) - 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvhd", "tkhd", "mdhd", "dref", "stsd", "stts", "stsc", "stsz", "stco"})
    void a_version_that_does_not_exist_is_not_readable(String box) {
        byte[] clip = Mp4Builder.clip().bytes();
        byte[] lie = Bytes.patched(clip, Bytes.indexOf(clip, box) + ENTRY, Bytes.u8(2));
        assertThat(findings(lie)).containsExactly("video.readable=fail");
        assertThat(actual(lie, RuleId.VIDEO_READABLE))
                .startsWith("'" + box + "' has the version 2, which does not exist, at byte "
                        + (Bytes.indexOf(clip, box) - 4));
    }

    @Test
    void it_is_the_last_chunk_that_counts() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.entriesPerTable(3).frameTicks(50_000))
                .mediaData(100)
                .bytes();
        int offsets = Bytes.indexOf(clip, "stco") + ENTRY + COUNT;
        assertThat(findings(Bytes.patched(clip, offsets + 2 * ENTRY, Bytes.u32(clip.length))))
                .containsExactly("video.complete=fail");
        assertThat(findings(Bytes.patched(clip, offsets + 2 * ENTRY, Bytes.u32(clip.length - 1L))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 32, Long.MAX_VALUE})
    void a_last_chunk_at_a_wide_offset_behind_the_end_is_cut_off(long offset) {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.wideOffsets().chunkOffset(offset))
                .bytes();
        assertThat(findings(clip)).containsExactly("video.complete=fail");
    }

    @Test
    void a_last_chunk_of_audio_behind_the_end_is_cut_off() {
        byte[] clip = Mp4Builder.clip()
                .track(TrackBuilder.audio().chunkOffset(1_000_000))
                .bytes();
        assertThat(findings(clip)).containsExactly("video.complete=fail");
    }

    @Test
    void the_last_chunk_of_frames_in_another_file_is_not_looked_for_in_this_one() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.external().chunkOffset(1_000_000))
                .bytes();
        assertThat(findings(clip)).containsExactly("video.readable=fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stsz", "stsc", "stco"})
    void a_video_without_one_of_its_tables_is_not_readable(String table) {
        byte[] clip = without(table, Mp4Builder.clip().bytes());
        assertThat(findings(clip)).containsExactly("video.readable=fail");
        assertThat(actual(clip, RuleId.VIDEO_READABLE)).startsWith("the sample table has no '" + table + "', at byte ");
    }

    @Test
    void a_video_without_any_of_them_is_not_readable_and_each_is_named() {
        byte[] clip = without(
                "stsz", without("stsc", without("stco", Mp4Builder.clip().bytes())));
        assertThat(findings(clip)).containsExactly("video.readable=fail");
        assertThat(actual(clip, RuleId.VIDEO_READABLE))
                .startsWith("the sample table has no 'stsc', 'stsz', 'stco', at byte ");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void compact_sizes_are_sizes(int bits) {
        assertThat(findings(compact(bits))).isEmpty();
    }

    @Test
    void compact_sizes_of_a_number_of_bits_that_does_not_exist_are_not_readable() {
        assertThat(findings(compact(100))).containsExactly("video.readable=fail");
    }

    /** 150 samples in a table that has room for them in four bytes each. */
    private static byte[] compact(int bits) {
        byte[] clip =
                Mp4Builder.clip().video(track -> track.entriesPerTable(150)).bytes();
        int stsz = Bytes.indexOf(clip, "stsz");
        byte[] sizes = Bytes.patched(Bytes.patched(clip, stsz, Bytes.text("stz2")), stsz + 2 * ENTRY, Bytes.u32(bits));
        return Bytes.patched(sizes, stsz + 4 * ENTRY, bits == 16 ? Bytes.u16(1) : Bytes.u8(bits == 4 ? 0x10 : 1));
    }

    @Test
    void a_video_track_without_samples_is_not_readable() {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.withoutSamples().headerTicks(150_000))
                .bytes();
        assertThat(findings(clip)).containsExactly("video.readable=fail");
        assertThat(actual(clip, RuleId.VIDEO_READABLE)).startsWith("the video track has no sample, at byte ");
    }

    @Test
    void audio_without_samples_is_no_matter() {
        byte[] clip =
                Mp4Builder.clip().track(TrackBuilder.audio().withoutSamples()).bytes();
        assertThat(findings(clip)).isEmpty();
    }

    private static Mp4Builder longTables() {
        return Mp4Builder.clip()
                .video(track -> track.entriesPerTable(ENTRIES).frameTicks(1).duration(50_000, ENTRIES))
                .track(TrackBuilder.audio().entriesPerTable(ENTRIES));
    }

    private static int reads(byte[] clip) {
        RecordingSource source = RecordingSource.of(clip);
        Judged.video(source);
        return source.reads();
    }

    @Test
    void tables_outside_the_window_cost_one_read_for_each_end() {
        assertThat(reads(longTables().bytes())).isEqualTo(MOVIE_READS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stsz", "stsc", "stco"})
    void a_table_that_is_missing_among_long_ones_is_missed(String table) {
        byte[] clip = without(table, longTables().bytes());
        assertThat(findings(clip)).contains("video.readable=fail");
        assertThat(reads(clip)).isLessThanOrEqualTo(MOVIE_READS);
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFF_FFFFL, 10_000_000})
    void a_last_chunk_behind_the_end_is_found_at_the_end_of_a_long_table(long offset) {
        byte[] clip = longTables().video(track -> track.chunkOffset(offset)).bytes();
        assertThat(findings(clip)).contains("video.complete=fail");
        assertThat(reads(clip)).isEqualTo(MOVIE_READS);
    }
}
