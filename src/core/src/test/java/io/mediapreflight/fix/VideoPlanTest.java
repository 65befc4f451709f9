package io.mediapreflight.fix;

import static io.mediapreflight.fix.Planned.command;
import static io.mediapreflight.fix.Planned.ready;
import static io.mediapreflight.fix.Planned.reason;
import static io.mediapreflight.fix.Planned.steps;
import static io.mediapreflight.fix.Planned.wordAfter;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoPlanTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final long TOO_MANY_BYTES = LIMITS.videoSize().generousBytes() + 1;
    private static final String TRACKS = "keep the video and the first audio track";

    private static MediaVerdict sized(long width, long height) {
        return Judged.video(
                Mp4Builder.clip().video(track -> track.size(width, height)).bytes(), Orientation.VIDEO);
    }

    private static MediaVerdict lasting(long millis, Orientation orientation) {
        return Judged.video(Mp4Builder.clip().duration(1000, millis).bytes(), orientation);
    }

    @Test
    void a_video_that_passes_needs_no_plan() {
        assertThat(sized(640, 360).plan(Shape.PAD)).isEqualTo(new FixPlan.NotNeeded());
    }

    @Test
    void one_plan_answers_all_findings() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 240)).duration(1000, 12_000);
        assertThat(steps(Judged.video(clip.bytes(), Orientation.IMAGE)))
                .containsExactly(
                        TRACKS,
                        "trim to 9.8 s (with a margin below the maximum)",
                        "scale up to 454x340 (adds no detail)",
                        "encode as H.264, 8-bit, at most 40,000 kbit/s (to stay below the maximum size)");
    }

    @ParameterizedTest
    @CsvSource({
        "320, 240, scale up to 454x340 (adds no detail)",
        "240, 320, scale up to 340x454 (adds no detail)",
        "4096, 2160, scale to 3850x2030",
        "339, 339, scale up to 340x340 (adds no detail)",
        "3852, 1000, scale to 3850x1000"
    })
    void a_video_is_scaled_into_range_with_even_sides(long width, long height, String scale) {
        assertThat(steps(sized(width, height))).contains(scale);
    }

    @Test
    void a_video_that_is_too_narrow_and_too_long_is_padded_or_cropped() {
        assertThat(steps(sized(100, 4000))).containsSequence("scale to 96x3850", "pad to 340x3850 with black");
        assertThat(steps(sized(100, 4000), Shape.CROP))
                .containsSequence("scale up to 340x13600 (adds no detail)", "crop to 340x3850");
    }

    @Test
    void a_video_that_lies_on_its_side_is_scaled_upright() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 240).turnedClockwise(90));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO)))
                .contains("scale up to 340x454 (adds no detail)");
    }

    @Test
    void a_video_with_oblong_pixels_is_scaled_to_what_is_shown() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 480).sampleAspectRatio(2, 1));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO))).contains("scale to 640x480");
    }

    @Test
    void what_a_clean_aperture_hides_is_cut_off_before_scaling() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(640, 344).cleanAperture(640, 1, 332, 1));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO)))
                .containsSequence("crop to the clean aperture of 640x332", "scale up to 656x340 (adds no detail)");
    }

    @Test
    void sides_that_cannot_be_computed_with_have_no_plan() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.cleanAperture(0xFFFF_FFFFL, 0xFFFF_FFFDL, 0xFFFF_FFF1L, 0xFFFF_FFEFL));
        assertThat(reason(Judged.video(clip.bytes(), Orientation.VIDEO))).isIn("sides", "limits");
    }

    @ParameterizedTest
    @CsvSource({"12000, IMAGE, 9.8", "31000, VIDEO, 29.8", "31000, IMAGE, 9.8"})
    void a_video_that_is_too_long_is_trimmed_a_little_below_the_maximum(
            long millis, Orientation orientation, String seconds) {
        assertThat(steps(lasting(millis, orientation)))
                .contains("trim to " + seconds + " s (with a margin below the maximum)");
    }

    @Test
    void a_video_is_trimmed_for_both_orientations_where_none_is_given() {
        assertThat(steps(
                        Judged.anything(Mp4Builder.clip().duration(1000, 31_000).bytes())))
                .contains("trim to 9.8 s (with a margin below the maximum)");
    }

    @Test
    void a_video_of_few_frames_is_trimmed_by_two_of_them() {
        Mp4Builder slides = Mp4Builder.clip()
                .movieDuration(1000, 12_000)
                .video(track -> track.duration(1000, 12_000).frameTicks(1000));
        assertThat(steps(Judged.video(slides.bytes(), Orientation.IMAGE)))
                .contains("trim to 8 s (with a margin below the maximum)");
    }

    @Test
    void audio_that_outlasts_the_video_is_trimmed_too() {
        Mp4Builder clip = Mp4Builder.clip()
                .movieDuration(1000, 10_030)
                .track(TrackBuilder.audio().duration(1000, 10_030));
        MediaVerdict verdict = Judged.video(clip.bytes(), Orientation.IMAGE);
        assertThat(steps(verdict))
                .contains("trim to 9.8 s (with a margin below the maximum)", "encode the audio as AAC");
    }

    @Test
    void a_video_that_is_too_short_has_no_plan() {
        assertThat(reason(lasting(2999, Orientation.VIDEO))).isEqualTo("short");
    }

    @ParameterizedTest
    @CsvSource({"5, 40000000", "20, 35872000", "30, 23872000"})
    void a_video_of_too_many_bytes_is_encoded_to_nine_tenths_of_the_limit(long seconds, String rate) {
        MediaVerdict verdict =
                Judged.video(Mp4Builder.clip().duration(1000, seconds * 1000).sized(TOO_MANY_BYTES));
        assertThat(wordAfter("-maxrate", command(verdict, "a.mp4").words())).isEqualTo(rate);
        assertThat(ready(verdict).maxBytes())
                .isLessThanOrEqualTo(LIMITS.videoSize().strictBytes());
    }

    @Test
    void two_video_tracks_are_copied_without_the_second() {
        Mp4Builder clip = Mp4Builder.clip().track(TrackBuilder.video().id(2).size(1280, 720));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO)))
                .containsExactly(TRACKS, "copy the video unchanged");
    }

    @ParameterizedTest
    @CsvSource({
        "avc1, mp4a, copy the video unchanged, copy the audio unchanged",
        "avc1, sowt, copy the video unchanged, encode the audio as AAC",
        "avc1, samr, copy the video unchanged, encode the audio as AAC",
        "apcn, mp4a, 'encode as H.264, 8-bit, at most 40,000 kbit/s (to stay below the maximum size)', encode the audio as AAC",
        "s263, mp4a, 'encode as H.264, 8-bit, at most 40,000 kbit/s (to stay below the maximum size)', encode the audio as AAC"
    })
    void only_what_mp4_holds_is_copied(String videoCodec, String audioCodec, String video, String audio) {
        Mp4Builder clip = Mp4Builder.clip()
                .brand("3gp5", "isom")
                .video(track -> track.codec(videoCodec))
                .track(TrackBuilder.audio().codec(audioCodec));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO))).containsExactly(TRACKS, video, audio);
    }

    @Test
    void hevc_keeps_the_tag_that_quicktime_plays() {
        Mp4Builder clip = Mp4Builder.clip()
                .video(track -> track.codec("hvc1"))
                .track(TrackBuilder.video().id(2));
        assertThat(command(Judged.video(clip.bytes(), Orientation.VIDEO), "a.mov")
                        .words())
                .containsSequence("-tag:v", "hvc1");
    }

    @Test
    void the_track_that_was_judged_is_mapped() {
        Mp4Builder clip = Mp4Builder.clip()
                .withoutTracks()
                .track(TrackBuilder.video().id(1).disabled())
                .track(TrackBuilder.video().id(7).size(240, 240));
        assertThat(command(Judged.video(clip.bytes(), Orientation.VIDEO), "a.mov")
                        .words())
                .containsSequence("-map", "0:i:7", "-map", "0:a:0?");
    }

    @ParameterizedTest
    @CsvSource({"16, tone-map PQ to SDR", "18, tone-map HLG to SDR"})
    void hdr_is_tone_mapped_and_tagged_as_what_it_is_then(int transfer, String step) {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 240).transfer(transfer));
        MediaVerdict verdict = Judged.video(clip.bytes(), Orientation.VIDEO);
        assertThat(steps(verdict)).contains(step);
        assertThat(command(verdict, "a.mov").words()).containsSequence("-color_trc", "bt709");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1500, true"})
    void frames_at_a_variable_rate_keep_their_times(int more, boolean isVariable) {
        byte[] clip = Mp4Builder.clip()
                .video(track -> track.size(320, 240).frameTicks(1200).entriesPerTable(100))
                .bytes();
        byte[] varied = Bytes.patched(clip, Bytes.indexOf(clip, "stts") + 16, Bytes.u32(1200 + more));
        MediaVerdict verdict = Judged.video(varied, Orientation.VIDEO);
        assertThat(Judged.videoFacts(verdict).coding().variableFrameRate()).contains(isVariable);
        assertThat(command(verdict, "a.mp4").words().contains("-fps_mode")).isEqualTo(isVariable);
    }

    @Test
    void interlaced_video_is_deinterlaced_before_it_is_scaled() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 240).fields(2));
        assertThat(steps(Judged.video(clip.bytes(), Orientation.VIDEO)))
                .containsSequence("deinterlace", "scale up to 454x340 (adds no detail)");
    }

    @Test
    void an_animation_in_the_slot_of_a_video_becomes_one() {
        byte[] gif = GifBuilder.of(640, 360)
                .control(200, true)
                .frame()
                .control(200, true)
                .frame()
                .bytes();
        assertThat(steps(Judged.video(gif, Orientation.VIDEO)))
                .contains("put it on a white background")
                .endsWith("encode as H.264, 8-bit, at most 40,000 kbit/s (to stay below the maximum size)");
    }

    @Test
    void a_wrong_name_is_all_that_changes() {
        MediaVerdict verdict = Preflight.standard()
                .check(
                        BytesSource.of(Mp4Builder.clip().bytes()),
                        Subject.anything().named("a.mov"));
        assertThat(command(verdict, "a.mov"))
                .isEqualTo(new FixCommand(List.of("mv", "-n", "--", "a.mov", "a.mp4"), "a.mp4"));
    }

    @Test
    void a_wrong_name_of_what_is_encoded_anyway_goes_with_it() {
        MediaVerdict verdict = Preflight.standard()
                .check(
                        BytesSource.of(Mp4Builder.clip().duration(1000, 31_000).bytes()),
                        Subject.anything().named("a.mov"));
        assertThat(command(verdict, "a.mov").output()).isEqualTo("a-fixed.mp4");
    }

    private static MediaVerdict avi(VideoReading.Builder reading) {
        byte[] header = "RIFF    AVI LIST    hdrl".getBytes(StandardCharsets.US_ASCII);
        return Planned.decoded(
                Judged.video(header, Orientation.IMAGE),
                reading.format(Optional.of(Format.AVI)).build(),
                new Decoding.Decoded(Depth.EVERY_FRAME, 100));
    }

    private static VideoReading.Builder reading(long seconds) {
        return VideoReading.builder()
                .coded(Optional.of(PixelSize.of(720, 576)))
                .container(Optional.of(Fraction.of(seconds)))
                .audio(Optional.of(false));
    }

    @Test
    void a_decoder_says_what_headers_do_not() {
        VideoReading.Builder reading = reading(12)
                .shown(Optional.of(PixelSize.of(1024, 576)))
                .audio(Optional.of(true))
                .coding(VideoCoding.builder()
                        .interlaced(Optional.of(true))
                        .transfer(Optional.of(Transfer.HLG))
                        .audioChannels(Optional.of(6))
                        .build());
        assertThat(steps(avi(reading)))
                .containsExactly(
                        TRACKS,
                        "trim to 9.8 s (with a margin below the maximum)",
                        "deinterlace",
                        "tone-map HLG to SDR",
                        "scale to 1024x576",
                        "encode as H.264, 8-bit, at most 40,000 kbit/s (to stay below the maximum size)",
                        "encode the audio as AAC, mixed down to stereo");
    }

    @Test
    void what_a_decoder_finds_too_short_has_no_plan() {
        assertThat(reason(avi(reading(2)))).isEqualTo("short");
    }

    @Test
    void what_a_decoder_finds_broken_has_no_plan() {
        byte[] header = "RIFF    AVI LIST    hdrl".getBytes(StandardCharsets.US_ASCII);
        MediaVerdict broken = Planned.decoded(
                Judged.video(header, Orientation.IMAGE),
                reading(5).build(),
                new Decoding.Broken(Optional.empty(), "the last frame cannot be decoded"));
        assertThat(reason(broken)).isEqualTo("broken");
    }

    @Test
    void metadata_are_stripped_from_a_video_that_passes_without_encoding_it_again() {
        MediaVerdict verdict = sized(640, 360);
        FixPlan.Ready plan = Planned.ready(verdict, FixOptions.STANDARD.strippingMetadata(true));
        assertThat(Planned.steps(plan)).containsExactly(TRACKS, "copy the video unchanged", "strip the metadata");
        assertThat(Planned.command(plan, "a.mp4").words())
                .containsSequence("-c:v", "copy", "-map_metadata", "-1")
                .containsSequence("-map_chapters", "-1")
                .containsSequence("-bsf:v", "filter_units=remove_types=6"); // texts between the frames of H.264
    }

    @Test
    void what_was_skipped_is_not_stripped() {
        MediaVerdict skipped = sized(640, 360).asSkipped();
        assertThat(skipped.plan(FixOptions.STANDARD.strippingMetadata(true))).isEqualTo(new FixPlan.NotNeeded());
    }

    @Test
    void what_is_encrypted_has_no_plan() {
        Mp4Builder clip = Mp4Builder.clip().video(track -> track.size(320, 240).encrypted());
        assertThat(reason(Judged.video(clip.bytes(), Orientation.VIDEO))).isEqualTo("unreadable");
    }

    @Test
    void what_is_cut_off_has_no_plan() {
        byte[] whole = Mp4Builder.clip().video(track -> track.size(320, 240)).bytes();
        byte[] part = Arrays.copyOf(whole, whole.length - 30);
        assertThat(reason(Judged.video(part, Orientation.VIDEO))).isIn("incomplete", "unreadable");
    }
}
