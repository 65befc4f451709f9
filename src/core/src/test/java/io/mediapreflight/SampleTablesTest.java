package io.mediapreflight;

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

/** What the sample tables tell that lie in the window anyway: where the samples are, and that there are any. */
class SampleTablesTest {
    /** Tables of 1 MB and more, of which only the first begins in the window. */
    private static final int ENTRIES = 250_000;

    private static final int MOVIE_READS = 6;
    private static final int COUNT = 8;
    private static final int ENTRY = 4;

    private static List<String> findings(byte[] film) {
        return Judged.findings(Judged.video(film));
    }

    private static String actual(byte[] film, RuleId rule) {
        return Judged.finding(Judged.video(film), rule).actual();
    }

    /** The film with this box, which it has once, turned into padding. */
    private static byte[] without(String box, byte[] film) {
        return Bytes.patched(film, Bytes.indexOf(film, box), Bytes.text("free"));
    }

    /** In these films the only chunk begins with the ninth byte of the media data. */
    @Test
    void a_film_shortened_up_to_its_last_chunk_is_cut_off() {
        byte[] film = Mp4Builder.film().mediaData(8).bytes();
        assertThat(findings(film)).containsExactly("video.complete=fail");
        assertThat(actual(film, RuleId.VIDEO_COMPLETE))
                .isEqualTo("it lacks at least 1 byte: the last chunk of a track lies behind the end of the file,"
                        + " at byte " + film.length + " (ISO/IEC 14496-12 4.2)");
    }

    @Test
    void a_film_whose_last_chunk_begins_in_the_file_passes() {
        assertThat(findings(Mp4Builder.film().mediaData(9).bytes())).isEmpty();
    }

    @Test
    void it_is_the_last_chunk_that_counts() {
        byte[] film = Mp4Builder.film()
                .video(track -> track.entriesPerTable(3))
                .mediaData(100)
                .bytes();
        int offsets = Bytes.indexOf(film, "stco") + ENTRY + COUNT;
        assertThat(findings(Bytes.patched(film, offsets + 2 * ENTRY, Bytes.u32(film.length))))
                .containsExactly("video.complete=fail");
        assertThat(findings(Bytes.patched(film, offsets + 2 * ENTRY, Bytes.u32(film.length - 1L))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 32, Long.MAX_VALUE})
    void a_last_chunk_at_a_wide_offset_behind_the_end_is_cut_off(long offset) {
        byte[] film = Mp4Builder.film()
                .video(track -> track.wideOffsets().chunkOffset(offset))
                .bytes();
        assertThat(findings(film)).containsExactly("video.complete=fail");
    }

    @Test
    void a_last_chunk_of_sound_behind_the_end_is_cut_off() {
        byte[] film = Mp4Builder.film()
                .track(TrackBuilder.sound().chunkOffset(1_000_000))
                .bytes();
        assertThat(findings(film)).containsExactly("video.complete=fail");
    }

    @Test
    void the_last_chunk_of_pictures_in_another_file_is_not_looked_for_in_this_one() {
        byte[] film = Mp4Builder.film()
                .video(track -> track.external().chunkOffset(1_000_000))
                .bytes();
        assertThat(findings(film)).containsExactly("video.readable=fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stsz", "stsc", "stco"})
    void a_film_without_one_of_its_tables_is_not_readable(String table) {
        byte[] film = without(table, Mp4Builder.film().bytes());
        assertThat(findings(film)).containsExactly("video.readable=fail");
        assertThat(actual(film, RuleId.VIDEO_READABLE)).startsWith("the sample table has no '" + table + "', at byte ");
    }

    @Test
    void a_film_without_any_of_them_is_not_readable_and_each_is_named() {
        byte[] film = without(
                "stsz", without("stsc", without("stco", Mp4Builder.film().bytes())));
        assertThat(findings(film)).containsExactly("video.readable=fail");
        assertThat(actual(film, RuleId.VIDEO_READABLE))
                .startsWith("the sample table has no 'stsc', 'stsz', 'stco', at byte ");
    }

    @Test
    void compact_sizes_are_sizes() {
        byte[] film = Mp4Builder.film().bytes();
        assertThat(findings(Bytes.patched(film, Bytes.indexOf(film, "stsz"), Bytes.text("stz2"))))
                .isEmpty();
    }

    @Test
    void a_picture_without_samples_is_not_readable() {
        byte[] film = Mp4Builder.film()
                .video(track -> track.withoutSamples().headerTicks(150_000))
                .bytes();
        assertThat(findings(film)).containsExactly("video.readable=fail");
        assertThat(actual(film, RuleId.VIDEO_READABLE)).startsWith("the video track has no sample, at byte ");
    }

    @Test
    void sound_without_samples_is_no_matter() {
        byte[] film =
                Mp4Builder.film().track(TrackBuilder.sound().withoutSamples()).bytes();
        assertThat(findings(film)).isEmpty();
    }

    private static byte[] longTables() {
        return Mp4Builder.film()
                .video(track -> track.entriesPerTable(ENTRIES))
                .track(TrackBuilder.sound().entriesPerTable(ENTRIES))
                .bytes();
    }

    private static int readsOfPassing(byte[] film) {
        RecordingSource source = RecordingSource.of(film);
        assertThat(Judged.findings(Judged.video(source))).isEmpty();
        return source.reads();
    }

    @Test
    void tables_outside_the_window_cost_no_read() {
        assertThat(readsOfPassing(longTables())).isLessThanOrEqualTo(MOVIE_READS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stsz", "stsc", "stco"})
    void a_table_that_cannot_be_seen_is_not_missed(String table) {
        assertThat(readsOfPassing(without(table, longTables()))).isLessThanOrEqualTo(MOVIE_READS);
    }

    @Test
    void a_last_chunk_that_cannot_be_seen_is_not_looked_for() {
        byte[] film = Mp4Builder.film()
                .video(track -> track.entriesPerTable(ENTRIES).chunkOffset(0xFFFF_FFFFL))
                .bytes();
        assertThat(readsOfPassing(film)).isLessThanOrEqualTo(MOVIE_READS);
    }
}
