package io.mediapreflight.probe.mp4.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments that say otherwise than {@code moov}, or whose samples are not there. Offsets are counted from a box's name. */
class FragmentTablesTest {
    private static final int TRACK_ID = 8;
    private static final int TREX_DESCRIPTION = 12;
    private static final int DATA_OFFSET = 12;
    private static final int SAMPLE_SIZE = 20;

    private static final long SAMPLE_BYTES = 64;
    private static final int NUMBER = 8;
    private static final int TIME = 12;

    /** One fragment with one sample, which ends the file. */
    private static byte[] video() {
        return Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 1, 150_000)).bytes();
    }

    private static byte[] changed(String box, int offset, long value) {
        byte[] video = video();
        return Bytes.patched(video, Bytes.indexOf(video, box) + offset, Bytes.u32(value));
    }

    private static List<String> findings(byte[] video) {
        return Judged.findings(Judged.video(video));
    }

    private static String readable(byte[] video) {
        return Judged.finding(Judged.video(video), RuleId.VIDEO_READABLE).actual();
    }

    @Test
    void a_video_of_one_fragment_passes() {
        assertThat(findings(video())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 0xFFFF_FFFFL})
    void a_fragment_of_a_track_that_is_not_announced_is_not_readable(long track) {
        byte[] video = changed("tfhd", TRACK_ID, track);
        assertThat(findings(video)).contains("video.readable=fail");
        assertThat(readable(video))
                .startsWith("a fragment belongs to track " + track + ", for which 'moov' has no 'trex', at byte "
                        + (Bytes.indexOf(video, "tfhd") - 4));
    }

    /** The video with one more {@code traf} behind that of the video in the same {@code moof}, a copy of it. */
    private static byte[] withSecondTrack(byte[] video, long track) {
        int moof = Bytes.indexOf(video, "moof") - 4;
        int traf = Bytes.indexOf(video, "traf") - 4;
        int end = moof + (int) u32(video, moof);
        byte[] copy = Arrays.copyOfRange(video, traf, end);
        copy = Bytes.patched(copy, Bytes.indexOf(copy, "tfhd") + TRACK_ID, Bytes.u32(track));
        // Its places count from behind the track in front of it, whose samples it shares.
        copy = Bytes.patched(copy, Bytes.indexOf(copy, "trun") + DATA_OFFSET, Bytes.u32(-64 & 0xFFFF_FFFFL));
        byte[] grown = Bytes.patched(video, moof, Bytes.u32((long) end - moof + copy.length));
        int place = Bytes.indexOf(video, "trun") + DATA_OFFSET;
        grown = Bytes.patched(grown, place, Bytes.u32(u32(video, place) + copy.length));
        return Bytes.join(Arrays.copyOf(grown, end), copy, Arrays.copyOfRange(grown, end, grown.length));
    }

    /** The video with audio that is in the same fragments, and its own {@code trex}. */
    private static byte[] withAudio() {
        return Mp4Builder.clip()
                .fragments(FragmentsBuilder.of(1, 1, 150_000))
                .audioFragments(FragmentsBuilder.of(2, 0, 150_000))
                .bytes();
    }

    private static long u32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at) & 0xFFFF_FFFFL;
    }

    @Test
    void audio_in_the_fragments_of_the_video_passes() {
        assertThat(findings(withSecondTrack(withAudio(), 2))).isEmpty();
    }

    /** FFmpeg leaves its samples out. */
    @Test
    void a_fragment_of_a_track_that_is_announced_and_not_there_is_a_warning_beside_the_video() {
        byte[] announced = withAudio();
        int trex = lastIndexOf(announced, "trex") + TRACK_ID;
        byte[] video = withSecondTrack(Bytes.patched(announced, trex, Bytes.u32(7)), 7);
        assertThat(findings(video)).containsExactly("video.readable=warn");
        assertThat(readable(video)).startsWith("a fragment belongs to track 7, which 'moov' does not have, at byte ");
    }

    @Test
    void a_video_track_whose_fragments_are_those_of_another_has_no_sample() {
        byte[] video = changed("trex", TRACK_ID, 7);
        video = Bytes.patched(video, Bytes.indexOf(video, "tfhd") + TRACK_ID, Bytes.u32(7));
        assertThat(findings(video)).contains("video.readable=fail");
        assertThat(readable(video)).contains("; the video track has no sample, at byte ");
    }

    /** FFmpeg takes its samples for the video's. */
    @Test
    void a_fragment_of_a_track_that_is_not_announced_behind_that_of_the_video_is_not_readable() {
        byte[] video = withSecondTrack(withAudio(), 7);
        assertThat(findings(video)).contains("video.readable=fail");
        assertThat(readable(video)).startsWith("a fragment belongs to track 7, for which 'moov' has no 'trex'");
    }

    /** FFmpeg takes its samples for audio. */
    @Test
    void a_fragment_of_a_track_that_is_not_announced_behind_that_of_audio_is_a_warning() {
        byte[] video = withSecondTrack(withSecondTrack(withAudio(), 2), 2);
        assertThat(findings(Bytes.patched(video, lastIndexOf(video, "tfhd") + TRACK_ID, Bytes.u32(7))))
                .containsExactly("video.readable=warn");
    }

    @Test
    void the_description_of_samples_of_audio_that_does_not_exist_is_a_warning() {
        byte[] video = withAudio();
        byte[] wrong = Bytes.patched(video, lastIndexOf(video, "trex") + TREX_DESCRIPTION, Bytes.u32(2));
        assertThat(findings(withSecondTrack(wrong, 2))).containsExactly("video.readable=warn");
    }

    @Test
    void what_is_wrong_with_every_fragment_is_said_once() {
        byte[] video =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 3, 50_000)).bytes();
        byte[] wrong = Bytes.patched(video, Bytes.indexOf(video, "trex") + TREX_DESCRIPTION, Bytes.u32(2));
        assertThat(readable(wrong)).containsOnlyOnce("sample description 2 of 1");
    }

    @Test
    void a_run_without_a_header_before_it_is_not_readable() {
        byte[] video = video();
        byte[] headless = Bytes.patched(video, Bytes.indexOf(video, "tfhd"), Bytes.text("free"));
        assertThat(readable(headless)).startsWith("no 'tfhd' stands before 'trun'");
    }

    @ParameterizedTest
    @CsvSource({"0, video.readable=fail", "1, ''", "2, video.readable=fail", "4294967295, video.readable=fail"})
    void the_description_of_its_samples_is_one_that_exists(long description, String expected) {
        assertThat(String.join(" ", findings(changed("trex", TREX_DESCRIPTION, description))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "0, ''", "1, video.complete=fail", "100, video.complete=fail"})
    void the_last_sample_ends_with_the_file_at_the_latest(int over, String expected) {
        byte[] video = video();
        long sinceMoof = (long) video.length - (Bytes.indexOf(video, "moof") - 4);
        assertThat(String.join(" ", findings(changed("trun", SAMPLE_SIZE, SAMPLE_BYTES + over))))
                .isEqualTo(expected);
        byte[] shorter = Bytes.patched(video, Bytes.indexOf(video, "trun") + SAMPLE_SIZE, Bytes.u32(SAMPLE_BYTES - 1));
        long place = sinceMoof - (SAMPLE_BYTES - 1) + over;
        assertThat(String.join(
                        " ",
                        findings(Bytes.patched(
                                shorter, Bytes.indexOf(shorter, "trun") + DATA_OFFSET, Bytes.u32(place)))))
                .isEqualTo(expected);
    }

    /** Counted from the beginning of {@code moof}. */
    @ParameterizedTest
    @CsvSource({
        "MOOF, -1, fail",
        "MOOF, 0, fail",
        "MOOF, 1, fail",
        "MDAT, -1, fail",
        "MDAT, 0, fail",
        "MDAT, 7, fail",
        "MDAT, 8, ''",
        "FILE, 0, fail",
        "FILE, -1, fail"
    })
    void a_run_begins_neither_in_a_header_nor_before_the_media(String place, int over, String expected) {
        byte[] video = video();
        int moof = Bytes.indexOf(video, "moof") - 4;
        int from =
                switch (place) {
                    case "MOOF" -> moof;
                    case "MDAT" -> Bytes.indexOf(video, "mdat") - 4;
                    default -> 0;
                };
        List<String> findings = findings(changed("trun", DATA_OFFSET, (from + over - moof) & 0xFFFF_FFFFL));
        assertThat(findings.contains("video.readable=fail") ? "fail" : String.join(" ", findings))
                .isEqualTo(expected);
    }

    @Test
    void a_sample_behind_the_end_is_named_with_its_run_and_with_what_is_missing() {
        byte[] lie = changed("trun", SAMPLE_SIZE, SAMPLE_BYTES + 5);
        assertThat(Judged.finding(Judged.video(lie), RuleId.VIDEO_COMPLETE).actual())
                .startsWith("at least 5 bytes missing: samples of a fragment are after the end of the file, at byte "
                        + (Bytes.indexOf(lie, "trun") - 4));
    }

    /** Without a place of its own it begins with the fragment. */
    @Test
    void a_run_that_says_no_place_is_not_readable() {
        byte[] video = video();
        int flags = Bytes.indexOf(video, "trun") + 4;
        assertThat(findings(Bytes.patched(video, flags, Bytes.u32(0x300)))).contains("video.readable=fail");
    }

    private static byte[] three() {
        return Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 3, 50_000)).bytes();
    }

    /** The video without so many bytes from here on. */
    private static byte[] without(byte[] video, int from, int length) {
        return Bytes.join(Arrays.copyOf(video, from), Arrays.copyOfRange(video, from + length, video.length));
    }

    @Test
    void a_fragment_in_the_middle_without_its_media_data_is_not_readable() {
        byte[] video = three();
        int mdat = Bytes.indexOf(video, "mdat") - 4;
        assertThat(findings(without(video, mdat, 8 + (int) SAMPLE_BYTES))).contains("video.readable=fail");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, video.readable=fail"})
    void a_run_ends_with_its_media_data_at_the_latest(int over, String expected) {
        byte[] video = three();
        int size = Bytes.indexOf(video, "trun") + SAMPLE_SIZE;
        assertThat(String.join(" ", findings(Bytes.patched(video, size, Bytes.u32(SAMPLE_BYTES + over)))))
                .isEqualTo(expected);
    }

    @Test
    void a_whole_fragment_that_is_missing_in_the_middle_is_a_warning() {
        byte[] video = three();
        int second = Bytes.indexOf(video, "moof", Bytes.indexOf(video, "moof") + 1) - 4;
        int third = lastIndexOf(video, "moof") - 4;
        byte[] gap = without(video, second, third - second);
        assertThat(findings(gap)).containsExactly("video.readable=warn");
        assertThat(readable(gap)).startsWith("between two fragments a sequence number and a time are skipped");
    }

    /** Numbers are left out where other tracks have them, and times where nothing is shown. */
    @ParameterizedTest
    @CsvSource({"4, 100000, ''", "3, 150000, ''", "4, 149999, ''", "4, 150000, video.readable=warn"})
    void a_jump_in_the_numbers_or_in_the_times_alone_is_no_missing_fragment(long number, long time, String expected) {
        byte[] video = three();
        byte[] numbered = Bytes.patched(video, lastIndexOf(video, "mfhd") + NUMBER, Bytes.u32(number));
        assertThat(String.join(
                        " ", findings(Bytes.patched(numbered, lastIndexOf(numbered, "tfdt") + TIME, Bytes.u32(time)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"49999, video.readable=warn", "50000, video.readable=warn", "50001, ''"})
    void fragments_are_in_the_order_of_their_times(long start, String expected) {
        byte[] video =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 3, 50_000)).bytes();
        int third = lastIndexOf(video, "tfdt") + 8 + 4;
        assertThat(String.join(" ", findings(Bytes.patched(video, third, Bytes.u32(start)))))
                .isEqualTo(expected);
    }

    private static int lastIndexOf(byte[] video, String box) {
        return new String(video, StandardCharsets.ISO_8859_1).lastIndexOf(box);
    }

    @Test
    void a_sample_of_no_bytes_is_a_warning() {
        assertThat(findings(changed("trun", SAMPLE_SIZE, 0))).containsExactly("video.readable=warn");
    }
}
