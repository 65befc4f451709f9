package io.mediapreflight;

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
 * Each number of a sample table one below what is right, right, and one above. The film has 3 samples of no bytes in 3 chunks, all of which
 * begin with the same byte. Offsets are counted from a box's name.
 */
class TableBoundsTest {
    private static final int ENTRIES = 3;

    private static byte[] film() {
        return Mp4Builder.film()
                .video(track -> track.entriesPerTable(ENTRIES).frameTicks(50_000))
                .mediaData(100)
                .bytes();
    }

    private static byte[] changed(byte[] film, String box, int offset, long value) {
        return Bytes.patched(film, Bytes.indexOf(film, box) + offset, Bytes.u32(value));
    }

    private static String findings(byte[] film) {
        List<String> findings = Judged.findings(Judged.video(film));
        return String.join(" ", findings);
    }

    @ParameterizedTest
    @CsvSource({
        "stsd, 8, 0, video.readable=fail",
        "stsd, 8, 1, ''",
        "stsd, 8, 2, video.readable=fail",
        "stts, 8, 3, ''",
        "stts, 8, 4, video.readable=fail",
        "stsc, 8, 1, ''",
        "stsc, 8, 2, video.readable=fail",
        "stsz, 12, 3, ''",
        "stsz, 12, 4, video.readable=fail",
        "stco, 8, 3, ''",
        "stco, 8, 4, video.readable=fail"
    })
    void a_count_is_what_its_box_has_room_for(String box, int offset, long count, String expected) {
        assertThat(findings(changed(film(), box, offset, count))).isEqualTo(expected);
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
        byte[] film = changed(film(), "stsc", 12, start);
        assertThat(findings(changed(film, "stsc", 16, perChunk))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "2, video.readable=fail", "4294967295, video.readable=fail"})
    void the_description_of_a_run_of_chunks_exists(long description, String expected) {
        assertThat(findings(changed(film(), "stsc", 20, description))).isEqualTo(expected);
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
        byte[] film = film();
        assertThat(findings(changed(film, "stco", 12 + 4 * chunk, film.length + over)))
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
        byte[] film = film();
        assertThat(findings(changed(film, "stsz", 16 + 4 * sample, 100L - 8 + over)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"stsd, 8, 0, video.readable=warn", "stsd, 8, 1, ''", "stsd, 8, 2, video.readable=warn"})
    void sound_that_lacks_its_descriptions_is_a_warning(String box, int offset, long count, String expected) {
        byte[] film = Mp4Builder.film().track(TrackBuilder.sound()).bytes();
        int inSound = Bytes.indexOf(film, "soun");
        int at = inSound + Bytes.indexOf(Arrays.copyOfRange(film, inSound, film.length), box);
        assertThat(findings(Bytes.patched(film, at + offset, Bytes.u32(count)))).isEqualTo(expected);
    }

    @Test
    void a_chunk_in_moov_is_no_chunk() {
        byte[] film = film();
        long moov = Bytes.indexOf(film, "moov") - 4L;
        for (int chunk : new int[] {0, 2}) {
            assertThat(findings(changed(film, "stco", 12 + 4 * chunk, moov + 8)))
                    .isEqualTo("video.complete=fail");
        }
    }

    /** None of the boxes stands in the film by itself. */
    @ParameterizedTest
    @CsvSource({
        "stss, 0, 1, ''", "stss, 1, 1, video.readable=fail", "stss, 0, 2, video.readable=fail",
        "ctts, 1, 1, ''", "ctts, 2, 1, video.readable=fail", "ctts, 0, 2, video.readable=fail"
    })
    void a_table_that_may_be_missing_is_judged_where_it_is_there(String box, int version, int count, String expected) {
        byte[] film = film();
        int padding = Bytes.indexOf(film, "stts") - 4;
        byte[] entry = box.equals("stss") ? Bytes.u32(1) : Bytes.join(Bytes.u32(3), Bytes.u32(0));
        byte[] table = Bytes.join(
                Bytes.u32(16L + entry.length),
                Bytes.text(box),
                Bytes.u8(version),
                Bytes.zeros(3),
                Bytes.u32(count),
                entry);
        assertThat(findings(inserted(film, padding, table))).isEqualTo(expected);
    }

    /** The film with one more box in its sample table: the boxes around it and the offsets of its chunks grow by as much. */
    private static byte[] inserted(byte[] film, int at, byte[] box) {
        byte[] grown = film;
        for (String parent : List.of("moov", "trak", "mdia", "minf", "stbl")) {
            int size = Bytes.indexOf(film, parent) - 4;
            grown = Bytes.patched(grown, size, Bytes.u32(u32(film, size) + box.length));
        }
        for (int chunk = 0; chunk < ENTRIES; chunk++) {
            int offset = Bytes.indexOf(film, "stco") + 12 + 4 * chunk;
            grown = Bytes.patched(grown, offset, Bytes.u32(u32(film, offset) + box.length));
        }
        return Bytes.join(Arrays.copyOf(grown, at), box, Arrays.copyOfRange(grown, at, grown.length));
    }

    private static long u32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) & 0xFFFF_FFFFL;
    }
}
