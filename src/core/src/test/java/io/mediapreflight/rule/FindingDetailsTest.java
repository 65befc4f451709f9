package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.VideoFactsBuilder;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding says beyond its rule: each reading by its name, the reason, and what to do. */
class FindingDetailsTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final ByteCount FEW = ByteCount.exactly(1000);

    private static List<Finding> judge(
            Probed probed, ByteCount bytes, Subject subject, Optional<DecoderResult> decoder) {
        return new Rules(LIMITS, List.of())
                .judge(probed, bytes, subject, decoder)
                .worstFirst();
    }

    private static Finding finding(RuleId rule, List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + findings));
    }

    private static Finding video(RuleId rule, VideoFactsBuilder facts) {
        return finding(rule, judge(readable(Format.MP4, facts.build()), FEW, Subject.video(), Optional.empty()));
    }

    private static Probed readable(Format format, MediaFacts facts) {
        return Probed.readable(format, facts, Completeness.Whole.EXACT, List.of());
    }

    /** 5 s of 640x360. */
    private static VideoFactsBuilder clip() {
        return VideoFacts.builder()
                .codec("avc1")
                .coded(List.of(PixelSize.of(640, 360)))
                .container(Optional.of(Fraction.of(5)))
                .videoTrack(Optional.of(Fraction.of(5)))
                .enabledVideo(1);
    }

    private static List<String> readings(Finding finding) {
        return finding.measured().stream().map(Measured::reading).toList();
    }

    private static Optional<Fraction> seconds(long value) {
        return Optional.of(Fraction.of(value));
    }

    @Test
    void of_a_duration_every_reading_is_listed_by_its_name() {
        VideoFactsBuilder facts = clip().container(seconds(31))
                .longestTrack(seconds(32))
                .videoTrack(seconds(33))
                .videoMedia(seconds(34))
                .videoSamples(seconds(35))
                .otherMovie(List.of(Fraction.of(36)));
        assertThat(readings(video(RuleId.VIDEO_DURATION_MAX, facts)))
                .containsExactly(
                        "container", "longestTrack", "videoTrack", "videoMedia", "videoSamples", "secondMovie");
    }

    @Test
    void of_a_duration_what_a_decoder_reads_is_listed_beside_that() {
        VideoReading reading = VideoReading.builder()
                .format(Optional.of(Format.MP4))
                .container(seconds(41))
                .videoTrack(seconds(42))
                .played(Optional.of(new VideoReading.Played(Fraction.of(43), 1290)))
                .build();
        assertThat(readings(finding(RuleId.VIDEO_DURATION_MAX, decoded(clip().build(), reading))))
                .containsExactly("container", "videoTrack", "decoderContainer", "decoderVideoTrack", "decodedFrames");
    }

    private static List<Finding> decoded(VideoFacts facts, MediaReading reading) {
        return judge(
                readable(Format.MP4, facts),
                FEW,
                Subject.video(),
                Optional.of(new DecoderResult(
                        "FFmpeg", Optional.of(reading), new Decoding.Decoded(Depth.EVERY_FRAME, 1290))));
    }

    @Test
    void of_a_size_every_reading_is_listed_by_its_name() {
        VideoFactsBuilder facts = clip().coded(List.of(PixelSize.of(100, 100), PixelSize.of(101, 101)))
                .shown(Optional.of(PixelSize.of(102, 100)))
                .trackHeader(Optional.of(PixelSize.of(110, 110)))
                .configured(List.of(PixelSize.of(120, 120)));
        assertThat(readings(video(RuleId.VIDEO_DIMENSIONS, facts)))
                .containsExactly(
                        "coded",
                        "coded",
                        "coded",
                        "coded",
                        "displayed",
                        "displayed",
                        "trackHeader",
                        "trackHeader",
                        "codecConfiguration",
                        "codecConfiguration");
    }

    @Test
    void of_a_size_what_a_decoder_reads_is_listed_beside_that() {
        VideoReading reading = VideoReading.builder()
                .format(Optional.of(Format.MP4))
                .coded(Optional.of(PixelSize.of(200, 200)))
                .shown(Optional.of(PixelSize.of(300, 200)))
                .build();
        assertThat(readings(finding(RuleId.VIDEO_DIMENSIONS, decoded(clip().build(), reading))))
                .containsExactly(
                        "coded", "coded", "decoderCoded", "decoderCoded", "decoderDisplayed", "decoderDisplayed");
    }

    @ParameterizedTest
    @CsvSource({
        "LISTED, 2, container.tracks, fix.remux-one-track",
        "LISTED, 0, container.disabled-track, fix.remux",
        "COMPATIBLE, 1, container.compatible-brand, fix.remux",
        "UNLISTED, 1, container.brand, fix.remux"
    })
    void a_doubtful_container_has_its_reason_its_brand_and_how_to_remux_it(
            VideoFacts.Brand.Standing standing, int tracks, String reason, String fix) {
        Finding finding = video(
                RuleId.VIDEO_CONTAINER,
                clip().majorBrand(Optional.of("abcd")).standing(standing).enabledVideo(tracks));
        assertThat(finding.severity()).isEqualTo(Outcome.WARN);
        assertThat(finding.details()).extracting(Phrase::key).containsExactly(reason);
        assertThat(finding.fix().sentence().key()).isEqualTo(fix);
        assertThat(readings(finding)).containsExactly("content", "majorBrand", "enabledVideoTracks");
    }

    @Test
    void a_disabled_track_is_another_one_to_leave_out() {
        Finding finding = video(
                RuleId.VIDEO_CONTAINER,
                clip().standing(VideoFacts.Brand.Standing.UNLISTED).disabled(List.of(PixelSize.of(640, 360))));
        assertThat(finding.fix().sentence().key()).isEqualTo("fix.remux-one-track");
    }

    @ParameterizedTest
    @CsvSource({
        "MKV, VIDEO, true, container.other, video.container.fix",
        "MP4, AUDIO, false, container.no-video, fix.use-video",
        "M4A, AUDIO, false, container.other, fix.use-video",
        "JPEG, IMAGE, false, container.image, fix.use-video"
    })
    void what_is_no_accepted_container_says_what_it_is_and_what_to_do(
            Format format, Kind kind, boolean hasFacts, String reason, String fix) {
        Probed probed = new Probed(
                Optional.of(format),
                kind,
                hasFacts ? Optional.of(clip().build()) : Optional.empty(),
                Optional.empty(),
                List.of());
        Finding finding = finding(RuleId.VIDEO_CONTAINER, judge(probed, FEW, Subject.video(), Optional.empty()));
        assertThat(finding.severity()).isEqualTo(Outcome.FAIL);
        assertThat(finding.details()).extracting(Phrase::key).containsExactly(reason);
        assertThat(finding.fix().sentence().key()).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 300, video.dimensions.fix", // scaled up it fits
        "4000, 353, fix.no-scaling", // 340 high it would be 3,853 wide
        "3850, 340, ",
        "7700, 680, video.dimensions.fix"
    })
    void a_video_that_no_scaling_helps_says_so(long width, long height, String fix) {
        List<Finding> findings = judge(
                readable(
                        Format.MP4,
                        clip().coded(List.of(PixelSize.of(width, height))).build()),
                FEW,
                Subject.video(),
                Optional.empty());
        if (fix == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(finding(RuleId.VIDEO_DIMENSIONS, findings)
                            .fix()
                            .sentence()
                            .key())
                    .isEqualTo(fix);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ", 20, fix.orientation-video",
        "IMAGE, 20, fix.orientation-video",
        "VIDEO, 40, video.duration.max.fix",
        "IMAGE, 40, video.duration.max.fix",
        ", 40, fix.trim-for-image"
    })
    void a_video_that_is_too_long_says_what_would_be_short_enough(Orientation orientation, long seconds, String fix) {
        VideoFacts facts =
                clip().container(seconds(seconds)).videoTrack(seconds(seconds)).build();
        Subject subject = orientation == null ? Subject.video() : Subject.video(orientation);
        assertThat(finding(
                                RuleId.VIDEO_DURATION_MAX,
                                judge(readable(Format.MP4, facts), FEW, subject, Optional.empty()))
                        .fix()
                        .sentence()
                        .key())
                .isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 300, fix.scale-up",
        "299, 400, fix.scale-up",
        "70000, 60000, fix.scale-down",
        "1, 300, fix.no-scaling",
        "300, 65537, fix.no-scaling"
    })
    void an_image_whose_sides_are_wrong_says_whether_to_scale_it_up_or_down(long width, long height, String fix) {
        assertThat(finding(RuleId.IMAGE_DIMENSIONS, image(Format.PNG, width, height, Subject.image()))
                        .fix()
                        .sentence()
                        .key())
                .isEqualTo(fix);
    }

    private static List<Finding> image(Format format, long width, long height, Subject subject) {
        return judge(
                readable(
                        format, ImageFacts.builder().width(width).height(height).build()),
                FEW,
                subject,
                Optional.empty());
    }

    @Test
    void an_image_of_another_format_is_to_be_converted_and_what_is_no_image_replaced() {
        assertThat(finding(RuleId.IMAGE_FORMAT, image(Format.GIF, 400, 400, Subject.image()))
                        .fix()
                        .sentence()
                        .key())
                .isEqualTo("fix.convert");
        List<Finding> findings = judge(Probed.named(Format.PDF, Kind.OTHER), FEW, Subject.image(), Optional.empty());
        assertThat(finding(RuleId.IMAGE_FORMAT, findings).fix()).isEqualTo(Fix.USE_IMAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, , says.name, fix.rename, content name",
        "a.jpg, image/png, says.type, fix.rename-and-declare, content mediaType",
        "a.png, image/png, says.both, fix.rename-and-declare, content name mediaType"
    })
    void a_wrong_name_says_who_names_it_so_and_what_to_change(
            String name, String type, String says, String fix, String readings) {
        Subject named = Subject.image().named(name);
        Finding finding =
                finding(RuleId.IMAGE_NAME, image(Format.JPEG, 400, 400, type == null ? named : named.declaredAs(type)));
        assertThat(finding.details()).extracting(Phrase::key).containsExactly(says);
        assertThat(finding.fix().sentence().key()).isEqualTo(fix);
        assertThat(readings(finding)).containsExactly(readings.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"0, malformation", "5, malformation missing"})
    void a_file_that_is_cut_off_says_how_much_is_missing_where_that_is_known(long missing, String readings) {
        Probed probed = Probed.readable(
                Format.PNG,
                ImageFacts.builder().width(400).height(400).build(),
                new Completeness.CutOff(missing, defect(MalformedCode.SIZE_UNKNOWN, Malformed.Gravity.BROKEN)),
                List.of());
        assertThat(readings(finding(RuleId.IMAGE_COMPLETE, judge(probed, FEW, Subject.image(), Optional.empty()))))
                .containsExactly(readings.split(" "));
    }

    private static Malformed defect(MalformedCode code, Malformed.Gravity gravity) {
        return new Malformed(code, gravity, 8, Phrase.of("defects:any.size-unknown"), "1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED, fix.unencrypted",
        "EXTERNAL_MEDIA, fix.one-file",
        "REFERENCE_MOVIE, fix.one-file",
        "SEGMENT_WITHOUT_MOOV, fix.one-file",
        "SIZE_UNKNOWN, video.readable.fix"
    })
    void a_header_that_cannot_be_read_says_what_other_file_is_needed(MalformedCode code, String fix) {
        Probed probed = Probed.malformed(Format.MP4, defect(code, Malformed.Gravity.BROKEN));
        List<Finding> findings = judge(probed, FEW, Subject.video(), Optional.empty());
        assertThat(finding(RuleId.VIDEO_READABLE, findings).fix().sentence().key())
                .isEqualTo(fix);
        // What the broken header leaves out is no finding of its own.
        assertThat(findings).extracting(Finding::rule).containsExactly(RuleId.VIDEO_READABLE);
    }

    @Test
    void a_header_that_is_merely_odd_explains_no_missing_facts() {
        Probed probed = Probed.malformed(Format.PNG, defect(MalformedCode.SIZE_UNKNOWN, Malformed.Gravity.TOLERATED));
        assertThat(judge(probed, FEW, Subject.image(), Optional.empty()))
                .extracting(each -> each.rule().id() + "=" + each.severity().id())
                .containsExactly(
                        "image.complete=unknown",
                        "image.dimensions=unknown",
                        "image.aspect-ratio=unknown",
                        "image.readable=warn");
    }

    @ParameterizedTest
    @CsvSource({
        "9999999, 9999999, ",
        "10000000, 10000000, ",
        "10000001, 10000001, WARN",
        "10485760, 10485760, WARN",
        "10485761, 10485761, FAIL",
        "10000001, 10485760, WARN", // between the two readings, wherever it ends
        "10000001, 99999999, FAIL", // outside the only reading that can be determined
        "10485761, 99999999, FAIL",
        "9000000, 99999999, UNKNOWN",
        "9000000, 10485760, UNKNOWN"
    })
    void a_size_that_is_known_in_part_is_judged_as_far_as_it_is(long atLeast, long atMost, Outcome expected) {
        List<Finding> findings = judge(
                readable(Format.PNG, ImageFacts.builder().width(400).height(400).build()),
                new ByteCount(atLeast, atMost),
                Subject.image(),
                Optional.empty());
        assertThat(findings)
                .extracting(each -> each.rule().id() + "=" + each.severity())
                .containsExactlyElementsOf(expected == null ? List.of() : List.of("image.size=" + expected));
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, fix.error-page",
        "ZIP, fix.archive",
        "GZIP, fix.archive",
        "PDF, media.kind.fix",
        "MP3, media.kind.fix"
    })
    void what_is_no_media_says_what_probably_happened(Format format, String fix) {
        Finding finding = finding(
                RuleId.MEDIA_KIND,
                judge(
                        Probed.named(format, format.kind()),
                        FEW,
                        Subject.anything().named("a.jpg"),
                        Optional.empty()));
        assertThat(finding.fix().sentence().key()).isEqualTo(fix);
        assertThat(finding.details())
                .extracting(Phrase::key)
                .containsExactly("kind.is." + format.kind().id());
    }
}
