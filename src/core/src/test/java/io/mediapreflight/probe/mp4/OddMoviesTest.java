package io.mediapreflight.probe.mp4;

import static io.mediapreflight.fixture.BoxWriter.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Movies of which FFmpeg opens nothing, or shows nothing, and some that it plays although they are odd. */
class OddMoviesTest {
    private static String findings(byte[] video) {
        return String.join(" ", Judged.findings(Judged.video(video)));
    }

    private static byte[] clip() {
        return Mp4Builder.clip().bytes();
    }

    private static byte[] changed(byte[] video, String box, int offset, long value) {
        return Bytes.patched(video, Bytes.indexOf(video, box) + offset, Bytes.u32(value));
    }

    /** One box takes another's name, so that its own is missing and the other is there twice. */
    @ParameterizedTest
    @CsvSource({"stts, stsd", "vmhd, stbl", "hdlr, minf"})
    void a_second_description_of_the_samples_is_not_readable(String renamed, String name) {
        byte[] video = clip();
        byte[] twice = Bytes.patched(video, Bytes.indexOf(video, renamed), Bytes.text(name));
        assertThat(findings(twice)).contains("video.readable=fail");
        assertThat(Judged.finding(Judged.video(twice), RuleId.VIDEO_READABLE).actual())
                .startsWith("a track has two '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({"15, video.readable=fail", "16, ''"})
    void a_box_with_a_long_name_has_all_of_it(int length, String expected) {
        byte[] inMovie =
                Mp4Builder.clip().inMoov(box("uuid", Bytes.zeros(length))).bytes();
        assertThat(findings(inMovie)).isEqualTo(expected);
        byte[] atTop =
                Mp4Builder.clip().behind(box("uuid", Bytes.zeros(length))).bytes();
        assertThat(findings(atTop)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, video.readable=fail", "7, video.readable=fail", "8, ''"})
    void the_file_type_has_its_brand_and_its_version(int length, String expected) {
        byte[] type = box("ftyp", Arrays.copyOf(Bytes.text("isom"), length));
        byte[] moov = Mp4Builder.clip().withoutFileType().bytes();
        int stco = Bytes.indexOf(moov, "stco") + 12;
        long place = Bytes.indexOf(moov, "mdat") + 4L + type.length;
        assertThat(findings(Bytes.join(type, Bytes.patched(moov, stco, Bytes.u32(place)))))
                .isEqualTo(expected);
    }

    /** Only in fragments does it mean to the end. */
    @ParameterizedTest
    @CsvSource({"0, video.readable=warn", "1, video.duration.min=warn", "150000, ''", "4294967295, ''"})
    void an_edit_that_lasts_for_nothing_shows_nothing(long ticks, String expected) {
        assertThat(findings(
                        Mp4Builder.clip().video(track -> track.edit(ticks, 0)).bytes()))
                .isEqualTo(expected);
    }

    @Test
    void an_edit_of_64_bits_does_not_last_for_ever() {
        byte[] video =
                Mp4Builder.clip().video(track -> track.version1().edit(-1, 0)).bytes();
        assertThat(findings(video)).contains("video.readable=fail");
    }

    @Test
    void a_clock_behind_the_edits_that_are_on_it_is_a_warning() {
        TrackBuilder edited = TrackBuilder.video().edit(150_000, 0);
        assertThat(findings(clockLast(TrackBuilder.video()))).isEmpty();
        assertThat(findings(clockLast(edited))).isEqualTo("video.readable=warn");
    }

    private static byte[] clockLast(TrackBuilder track) {
        byte[] video = Mp4Builder.clip().video(old -> track).bytes();
        int mvhd = Bytes.indexOf(video, "mvhd") - 4;
        int trak = Bytes.indexOf(video, "trak") - 4;
        int end = Bytes.indexOf(video, "mdat") - 4;
        return Bytes.join(
                Arrays.copyOf(video, mvhd),
                Arrays.copyOfRange(video, trak, end),
                Arrays.copyOfRange(video, mvhd, trak),
                Arrays.copyOfRange(video, end, video.length));
    }

    /** It goes by the codec then; a handler that is known for something else it believes. */
    @ParameterizedTest
    @CsvSource({"VIDE, video.readable=warn", "vidx, video.readable=warn", "soun, media.kind=fail video.container=fail"})
    void an_unknown_handler_is_as_good_as_a_missing_one(String handler, String expected) {
        byte[] video = clip();
        assertThat(findings(Bytes.patched(video, Bytes.indexOf(video, "vide"), Bytes.text(handler))))
                .isEqualTo(expected);
    }

    /** Of 150 samples; a size of its own for each. */
    @ParameterizedTest
    @CsvSource({"0, video.readable=warn", "1, ''"})
    void the_first_sample_is_not_empty(int size, String expected) {
        byte[] video =
                Mp4Builder.clip().video(track -> track.entriesPerTable(150)).bytes();
        assertThat(findings(changed(video, "stsz", 16, size))).isEqualTo(expected);
    }

    /** In half a byte, one and two, of a compact table. */
    @ParameterizedTest
    @CsvSource({
        "4, 16, ''",
        "4, 15, video.readable=warn",
        "8, 1, ''",
        "8, 0, video.readable=warn",
        "16, 1, ''",
        "16, 0, video.readable=warn"
    })
    void the_first_sample_of_a_compact_table_is_not_empty(int bits, long first, String expected) {
        byte[] video =
                Mp4Builder.clip().video(track -> track.entriesPerTable(150)).bytes();
        int at = Bytes.indexOf(video, "stsz");
        byte[] sizes = Bytes.patched(video, at, Bytes.text("stz2"));
        sizes = Bytes.patched(sizes, at + 8, Bytes.u32(bits));
        sizes = Bytes.patched(sizes, at + 16, bits == 16 ? Bytes.u16(first) : Bytes.u8(first));
        assertThat(findings(sizes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"149, video.readable=warn", "150, ''", "151, video.readable=warn"})
    void as_many_samples_have_a_time_as_have_a_size(int count, String expected) {
        assertThat(findings(changed(clip(), "stts", 12, count))).startsWith(expected);
    }

    @Test
    void frames_that_last_for_nothing_are_a_reading_of_the_duration() {
        assertThat(findings(changed(clip(), "stts", 16, 0))).isEqualTo("video.duration.min=warn");
    }

    @Test
    void a_sample_description_of_size_0_is_not_readable() {
        byte[] video = clip();
        byte[] unsized = Bytes.patched(video, Bytes.indexOf(video, "stsd") + 12, Bytes.u32(0));
        assertThat(findings(unsized)).contains("video.readable=fail");
        assertThat(Judged.finding(Judged.video(unsized), RuleId.VIDEO_READABLE).actual())
                .contains("an entry of 'stsd' has the size 0");
    }

    @ParameterizedTest
    @CsvSource({"0, video.readable=warn", "2147483647, ''", "2147483648, video.readable=warn"})
    void a_chunk_has_samples_and_no_more_than_31_bits_count(long samples, String expected) {
        byte[] video = clip();
        assertThat(findings(changed(video, "stsc", 16, samples))).startsWith(expected);
    }

    /** The first, one in the middle, and the last of 150. */
    @ParameterizedTest
    @CsvSource({"0, 0", "75, 0", "149, 0"})
    void a_sample_without_bytes_is_a_missing_frame(int sample, int size) {
        byte[] video =
                Mp4Builder.clip().video(track -> track.entriesPerTable(150)).bytes();
        assertThat(findings(changed(video, "stsz", 16 + 4 * sample, size))).isEqualTo("video.readable=warn");
    }

    @ParameterizedTest
    @CsvSource({"stsc", "stsz", "stco"})
    void an_audio_track_that_lacks_a_table_is_a_warning(String name) {
        byte[] video = Mp4Builder.clip().withAudio().bytes();
        int second = Bytes.indexOf(video, name, Bytes.indexOf(video, name) + 1);
        byte[] renamed = Bytes.patched(video, second, Bytes.text("free"));
        assertThat(findings(renamed)).isEqualTo("video.readable=warn");
        assertThat(Judged.finding(Judged.video(renamed), RuleId.VIDEO_READABLE).actual())
                .contains("the sample table has no '" + name + "'");
    }
}
