package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each number of a sample table one below what is right, right, and one above. The video has 3 samples of no bytes in 3 chunks, all of which
 * begin with the same byte. Offsets are counted from a box's name.
 */
class TableBoundsTest {
    private static final int ENTRIES = 3;

    private static byte[] clip() {
        return Mp4Builder.clip()
                .video(track -> track.entriesPerTable(ENTRIES).frameTicks(50_000))
                .mediaData(100)
                .bytes();
    }

    private static byte[] changed(byte[] clip, String box, int offset, long value) {
        return Bytes.patched(clip, Bytes.indexOf(clip, box) + offset, Bytes.u32(value));
    }

    private static String findings(byte[] clip) {
        List<String> findings = Judged.findings(Judged.video(clip));
        return String.join(" ", findings);
    }

    @ParameterizedTest
    @CsvSource({
        "stsd, 8, 0, video.readable=fail",
        "stsd, 8, 1, ''",
        "stsd, 8, 2, video.readable=fail",
        "stts, 8, 2, video.readable=warn",
        "stts, 8, 3, ''",
        "stts, 8, 4, video.readable=fail",
        "stsc, 8, 0, video.readable=fail",
        "stsc, 8, 1, ''",
        "stsc, 8, 2, video.readable=fail",
        "stsz, 12, 2, video.readable=warn",
        "stsz, 12, 3, ''",
        "stsz, 12, 4, video.readable=fail",
        "stco, 8, 2, video.readable=warn",
        "stco, 8, 3, ''",
        "stco, 8, 4, video.readable=fail"
    })
    void a_count_is_what_its_box_has_room_for(String box, int offset, long count, String expected) {
        assertThat(findings(changed(clip(), box, offset, count))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, video.readable=warn",
        "1, 1, ''",
        "2, 1, video.readable=warn",
        "4, 1, video.readable=warn",
        "1, 0, video.readable=warn"
    })
    void the_runs_of_chunks_begin_with_the_first_and_have_samples(long start, long perChunk, String expected) {
        byte[] clip = changed(clip(), "stsc", 12, start);
        assertThat(findings(changed(clip, "stsc", 16, perChunk))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "2, video.readable=fail", "4294967295, video.readable=fail"})
    void the_description_of_a_run_of_chunks_exists(long description, String expected) {
        assertThat(findings(changed(clip(), "stsc", 20, description))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, -1, ''",
        "0, 0, video.complete=fail",
        "1, -1, ''",
        "1, 0, video.complete=fail",
        "2, 0, video.complete=fail"
    })
    void every_chunk_begins_before_the_end(int chunk, int over, String expected) {
        byte[] clip = clip();
        assertThat(findings(changed(clip, "stco", 12 + 4 * chunk, clip.length + over)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "0, 1, video.complete=fail",
        "1, 0, ''",
        "1, 1, video.complete=fail",
        "2, 1, video.complete=fail"
    })
    void every_sample_ends_with_the_file_at_the_latest(int sample, int over, String expected) {
        byte[] clip = clip();
        assertThat(findings(changed(clip, "stsz", 16 + 4 * sample, 100L - 8 + over)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"stsd, 8, 0, video.readable=warn", "stsd, 8, 1, ''", "stsd, 8, 2, video.readable=warn"})
    void audio_that_lacks_its_descriptions_is_a_warning(String box, int offset, long count, String expected) {
        byte[] clip = Mp4Builder.clip().track(TrackBuilder.audio()).bytes();
        int inAudio = Bytes.indexOf(clip, "soun");
        int at = inAudio + Bytes.indexOf(Arrays.copyOfRange(clip, inAudio, clip.length), box);
        assertThat(findings(Bytes.patched(clip, at + offset, Bytes.u32(count)))).isEqualTo(expected);
    }

    @Test
    void a_chunk_in_moov_is_no_chunk() {
        byte[] clip = clip();
        long moov = Bytes.indexOf(clip, "moov") - 4L;
        for (int chunk : new int[] {0, 1, 2}) {
            assertThat(findings(changed(clip, "stco", 12 + 4 * chunk, moov + 8)))
                    .isEqualTo("video.complete=fail");
        }
    }

    /** The first byte of {@code moov} and the last one, and those beside them. */
    @ParameterizedTest
    @CsvSource({"0, 0, video.complete=fail", "0, -1, ''", "1, -1, video.complete=fail", "1, 0, ''"})
    void a_chunk_in_the_middle_of_the_table_lies_outside_of_moov(int side, int over, String expected) {
        byte[] video = clip();
        int moov = Bytes.indexOf(video, "moov") - 4;
        long edge = side == 0 ? moov : moov + u32(video, moov);
        assertThat(findings(changed(video, "stco", 12 + 4, edge + over))).isEqualTo(expected);
    }

    /** Where a chunk begins, counted from the first byte of a box. */
    @ParameterizedTest
    @CsvSource({
        "ftyp, 0, video.complete=fail",
        "ftyp, 31, video.complete=fail",
        "mdat, 0, video.complete=fail",
        "mdat, 7, video.complete=fail",
        "mdat, 8, ''"
    })
    void the_first_and_the_last_chunk_lie_in_no_header(String box, int offset, String expected) {
        byte[] video = clip();
        long start = Bytes.indexOf(video, box) - 4L;
        assertThat(findings(changed(video, "stco", 12, start + offset))).isEqualTo(expected);
        assertThat(findings(changed(video, "stco", 12 + 8, start + offset))).isEqualTo(expected);
    }

    /** A second file type in front moves the media away from where the chunks are said to begin. */
    @Test
    void a_chunk_in_a_second_file_type_is_no_chunk() {
        byte[] video = clip();
        byte[] fileType = Arrays.copyOf(video, Bytes.indexOf(video, "moov") - 4);
        byte[] changed = changed(video, "stco", 12, fileType.length + 8L);
        assertThat(findings(Bytes.join(fileType, changed))).isEqualTo("video.complete=fail");
    }

    /** Players take the one size for each. */
    @ParameterizedTest
    @CsvSource({"0, ''", "1, video.readable=warn", "5, video.readable=warn"})
    void a_size_of_all_samples_and_a_table_of_sizes_contradict_each_other(long size, String expected) {
        assertThat(findings(changed(clip(), "stsz", 8, size))).isEqualTo(expected);
    }

    /** Versions of boxes that stand in the video; an edit list is added. */
    @ParameterizedTest
    @CsvSource({
        "mvhd, 0, ''",
        "mvhd, 2, video.readable=fail",
        "tkhd, 0, ''",
        "tkhd, 2, video.readable=fail",
        "mdhd, 0, ''",
        "mdhd, 2, video.readable=fail",
        "elst, 0, ''",
        "elst, 2, video.readable=fail",
        "dref, 0, ''",
        "dref, 1, video.readable=fail",
        "stsd, 0, ''",
        "stsd, 1, ''",
        "stsd, 2, video.readable=fail",
        "stts, 0, ''",
        "stts, 1, video.readable=fail",
        "stsc, 0, ''",
        "stsc, 1, video.readable=fail",
        "stsz, 0, ''",
        "stsz, 1, video.readable=fail",
        "stco, 0, ''",
        "stco, 1, video.readable=fail"
    })
    void a_version_is_one_that_exists(String box, int version, String expected) {
        byte[] video = Mp4Builder.clip()
                .video(track ->
                        track.entriesPerTable(ENTRIES).frameTicks(50_000).edit(150_000, 0))
                .mediaData(100)
                .bytes();
        assertThat(findings(Bytes.patched(video, Bytes.indexOf(video, box) + 4, Bytes.u8(version))))
                .isEqualTo(expected);
    }

    /** In version 1 the fields before and behind are wider. */
    @Test
    void version_1_of_headers_and_edit_list_passes() {
        byte[] video = Mp4Builder.clip()
                .version1()
                .video(track -> track.version1().edit(150_000, 0))
                .bytes();
        assertThat(findings(video)).isEmpty();
    }

    /** The size of a box, from one byte too few for what it must hold. */
    @ParameterizedTest
    @CsvSource({
        "tkhd, 91, video.readable=fail",
        "tkhd, 92, ''",
        "mdhd, 27, video.readable=fail",
        "stsz, 31, video.readable=fail",
        "stsz, 32, ''",
        "stco, 27, video.readable=fail",
        "stco, 28, ''"
    })
    void a_box_has_room_for_what_it_must_hold(String box, int size, String expected) {
        byte[] video = clip();
        int start = Bytes.indexOf(video, box) - 4;
        byte[] shrunk = Bytes.patched(video, start, Bytes.u32(size));
        assertThat(findings(shrunk)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, video.readable=fail", "1, ''", "2, video.readable=fail"})
    void the_data_references_are_as_many_as_they_claim(long count, String expected) {
        assertThat(findings(changed(clip(), "dref", 8, count))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, ''", "2, video.readable=warn", "4294967295, video.readable=warn"})
    void the_edits_are_as_many_as_they_claim(long count, String expected) {
        byte[] video = Mp4Builder.clip().video(track -> track.edit(150_000, 0)).bytes();
        assertThat(findings(changed(video, "elst", 8, count))).isEqualTo(expected);
    }

    /** None of the boxes stands in the video by itself. */
    @ParameterizedTest
    @CsvSource({
        "stss, 0, 0, ''",
        "stss, 0, 1, ''",
        "stss, 1, 1, video.readable=fail",
        "stss, 0, 2, video.readable=fail",
        "ctts, 0, 0, ''",
        "ctts, 0, 1, ''",
        "ctts, 1, 1, ''",
        "ctts, 2, 1, video.readable=fail",
        "ctts, 0, 2, video.readable=fail"
    })
    void a_table_that_may_be_missing_is_judged_where_it_is_there(String box, int version, int count, String expected) {
        byte[] clip = clip();
        int padding = Bytes.indexOf(clip, "stts") - 4;
        byte[] entry = box.equals("stss") ? Bytes.u32(1) : Bytes.join(Bytes.u32(3), Bytes.u32(0));
        byte[] table = Bytes.join(
                Bytes.u32(16L + entry.length),
                Bytes.text(box),
                Bytes.u8(version),
                Bytes.zeros(3),
                Bytes.u32(count),
                entry);
        assertThat(findings(inserted(clip, padding, table))).isEqualTo(expected);
    }

    /** The video with one more box in its sample table: the boxes around it and the offsets of its chunks grow by as much. */
    private static byte[] inserted(byte[] clip, int at, byte[] box) {
        byte[] grown = clip;
        for (String parent : List.of("moov", "trak", "mdia", "minf", "stbl")) {
            int size = Bytes.indexOf(clip, parent) - 4;
            grown = Bytes.patched(grown, size, Bytes.u32(u32(clip, size) + box.length));
        }
        for (int chunk = 0; chunk < ENTRIES; chunk++) {
            int offset = Bytes.indexOf(clip, "stco") + 12 + 4 * chunk;
            grown = Bytes.patched(grown, offset, Bytes.u32(u32(clip, offset) + box.length));
        }
        return Bytes.join(Arrays.copyOf(grown, at), box, Arrays.copyOfRange(grown, at, grown.length));
    }

    private static long u32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) & 0xFFFF_FFFFL;
    }
}
