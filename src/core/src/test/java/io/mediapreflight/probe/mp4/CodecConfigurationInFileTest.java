package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.CodecConfigurations;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codec configurations with which no decoder can begin, and those that leave it to the samples. FFmpeg was asked about each. */
class CodecConfigurationInFileTest {
    /** A sequence and a picture parameter set of H.264 for 640x360. */
    private static final String SPS = "6742001eda0280bfe540";

    private static final String PPS = "68ce3880";
    private static final String MESSAGE = "0605ff80";
    private static final String FRAME = "6588840012345678";
    private static final String FAIL = "video.readable=fail";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Two lists in a text such as {@code SPS SPS | PPS}, as {@code avcC} has them. */
    private static byte[] avc(String lists) {
        StringBuilder box = new StringBuilder("0142001eff");
        String[] both = lists.split("[|]", 2);
        for (String list : both) {
            String[] units = Arrays.stream(list.strip().split(" ", -1))
                    .filter(unit -> !unit.isEmpty())
                    .toArray(String[]::new);
            box.append(String.format("%02x", units.length));
            for (String unit : units) {
                String bytes = named(unit);
                box.append(String.format("%04x", bytes.length() / 2)).append(bytes);
            }
        }
        return hex(box.toString());
    }

    private static String named(String unit) {
        return switch (unit) {
            case "SPS" -> SPS;
            case "PPS" -> PPS;
            case "SEI" -> MESSAGE;
            case "FRAME" -> FRAME;
            case "EMPTY" -> "";
            default -> unit;
        };
    }

    private static byte[] video(String codec, String box, byte[] configuration) {
        return Mp4Builder.clip()
                .video(track -> track.oneSample().codec(codec).configuration(box, configuration))
                .bytes();
    }

    /** The video, whose only sample has these units, each behind its length. */
    private static byte[] withSample(byte[] video, int lengthBytes, String units) {
        return withSample(video, 0, lengthBytes, units);
    }

    /** The same, with so many bytes of another track in front of the sample. */
    private static byte[] withSample(byte[] video, int ahead, int lengthBytes, String units) {
        byte[] media = new byte[ahead];
        for (String unit : units.split(" ", -1)) {
            byte[] bytes = hex(named(unit));
            byte[] length = Bytes.u32(bytes.length);
            media = Bytes.join(media, Arrays.copyOfRange(length, 4 - lengthBytes, 4), bytes);
        }
        int body = Bytes.indexOf(video, "mdat") + 4;
        byte[] filled = Bytes.patched(video, body, media);
        filled = Bytes.patched(filled, Bytes.indexOf(filled, "stco") + 12, Bytes.u32(body + ahead));
        return Bytes.patched(filled, Bytes.indexOf(filled, "stsz") + 8, Bytes.u32(media.length - ahead));
    }

    private static String findings(byte[] video) {
        return String.join(" ", Judged.findings(Judged.video(video)));
    }

    @ParameterizedTest
    @CsvSource({
        "SPS | PPS, ''",
        "SPS SPS | PPS, ''",
        "EMPTY SPS | PPS, ''",
        "SPS PPS |, ''",
        "SPS | SEI PPS, ''",
        "| PPS, video.readable=fail",
        "SPS |, video.readable=fail",
        "|, video.readable=fail",
        "EMPTY | PPS, video.readable=fail",
        "SPS | EMPTY, video.readable=fail",
        "SPS | 68, video.readable=fail",
        "67 | PPS, video.readable=fail",
        "6742001e | PPS, video.readable=fail",
        "PPS | SPS, video.readable=fail",
        "6142001eda0280bfe540 | PPS, video.readable=fail",
        "00000000000000000000 | PPS, video.readable=fail"
    })
    void h264_needs_both_parameter_sets_in_their_order(String lists, String expected) {
        byte[] video = withSample(video("avc1", "avcC", avc(lists)), 4, "SEI FRAME");
        assertThat(findings(video)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 6, 8, 17, 18, 20, 24})
    void a_configuration_of_h264_that_ends_within_its_lists_is_not_readable(int length) {
        byte[] cut = Arrays.copyOf(avc("SPS | PPS"), length);
        MediaVerdict verdict = Judged.video(withSample(video("avc3", "avcC", cut), 4, "SPS PPS FRAME"));
        assertThat(Judged.findings(verdict)).containsExactly(FAIL);
        assertThat(Judged.videoFacts(verdict).coded()).isNotEmpty();
    }

    /** Only where its name says so may a decoder count on them; FFmpeg does not ask. */
    @ParameterizedTest
    @CsvSource({
        "avc3, SPS PPS FRAME, ''",
        "avc3, 0910 SEI SPS PPS FRAME, ''",
        "avc3, SPS FRAME, video.readable=fail",
        "avc3, FRAME SPS PPS, video.readable=fail",
        "avc1, SPS PPS FRAME, video.readable=warn"
    })
    void parameter_sets_may_stand_in_the_first_sample(String codec, String units, String expected) {
        assertThat(findings(withSample(video(codec, "avcC", avc("|")), 4, units)))
                .isEqualTo(expected);
    }

    @Test
    void what_is_missing_is_named_with_the_box() {
        byte[] video = withSample(video("avc1", "avcC", avc("SPS |")), 4, "FRAME");
        assertThat(Judged.finding(Judged.video(video), RuleId.VIDEO_READABLE).actual())
                .startsWith(
                        "neither the codec configuration of 'avc1' nor the first sample has the parameter sets that a "
                                + "decoder needs, at byte " + (Bytes.indexOf(video, "avcC") - 4));
    }

    @Test
    void where_no_unit_begins_nothing_is_known_of_parameter_sets() {
        byte[] video = withSample(video("avc3", "avcC", avc("|")), 4, "00");
        assertThat(findings(video)).isEqualTo("video.readable=unknown");
    }

    private static final String HEVC = HexFormat.of().formatHex(CodecConfigurations.hevc(640, 360));

    @Test
    void hevc_with_all_three_parameter_sets_passes() {
        assertThat(findings(withSample(video("hvc1", "hvcC", hex(HEVC)), 4, "2601af0912345678")))
                .isEmpty();
    }

    /** By the type of one list, which then holds something else. */
    @ParameterizedTest
    @CsvSource({
        "200001, 40010c01",
        "210001, 420101",
        "220001, 4401c1",
    })
    void hevc_needs_all_three_parameter_sets(String list, String unit) {
        String other = HEVC.replace(unit, "4e01" + unit.substring(4));
        assertThat(other).isNotEqualTo(HEVC);
        for (String codec : List.of("hvc1", "hev1")) {
            assertThat(findings(withSample(video(codec, "hvcC", hex(other)), 4, "2601af0912345678")))
                    .as(list)
                    .isEqualTo(FAIL);
        }
    }

    @Test
    void hevc_may_have_its_parameter_sets_in_the_first_sample() {
        byte[] none = Arrays.copyOf(hex(HEVC), 23);
        none[22] = 0;
        String units = "40010c01 42010101 4401c172 2601af09";
        assertThat(findings(withSample(video("hev1", "hvcC", none), 4, units))).isEmpty();
        assertThat(findings(withSample(video("hvc1", "hvcC", none), 4, units))).isEqualTo("video.readable=warn");
        assertThat(findings(withSample(video("hev1", "hvcC", Arrays.copyOf(none, 22)), 4, units)))
                .isEqualTo(FAIL);
    }

    /** The length's size that the configuration says, and the one that the sample has. */
    @ParameterizedTest
    @CsvSource({
        "1, 4, video.readable=fail",
        "2, 4, video.readable=fail",
        "3, 4, video.readable=fail",
        "4, 4, ''",
        "1, 1, ''",
        "2, 2, ''",
        "3, 3, video.readable=warn",
        "4, 2, video.readable=fail",
        "4, 1, video.readable=fail"
    })
    void the_lengths_of_units_are_as_long_as_the_configuration_says(int said, int real, String expected) {
        byte[] avc = Bytes.patched(avc("SPS | PPS"), 4, Bytes.u8(0xFC | (said - 1)));
        assertThat(findings(withSample(video("avc1", "avcC", avc), real, "SEI FRAME")))
                .isEqualTo(expected);
        byte[] hevc = Bytes.patched(hex(HEVC), 21, Bytes.u8(0x0C | (said - 1)));
        assertThat(findings(withSample(video("hvc1", "hvcC", hevc), real, "2601af0912345678")))
                .isEqualTo(expected);
    }

    /** FFmpeg writes audio first where it begins first. */
    @Test
    void the_lengths_of_units_are_seen_behind_other_media_too() {
        byte[] avc = Bytes.patched(avc("SPS | PPS"), 4, Bytes.u8(0xFC | 1));
        assertThat(findings(withSample(video("avc1", "avcC", avc), 16, 4, "SEI FRAME")))
                .isEqualTo(FAIL);
        assertThat(findings(withSample(video("avc1", "avcC", avc("SPS | PPS")), 16, 4, "SEI FRAME")))
                .isEmpty();
    }

    /** Media data that begin with something else say nothing. */
    @Test
    void the_lengths_of_units_are_judged_by_the_first_sample_alone() {
        byte[] avc = Bytes.patched(avc("SPS | PPS"), 4, Bytes.u8(0xFC));
        byte[] video = Mp4Builder.clip()
                .video(track -> track.oneSample().configuration("avcC", avc))
                .mediaData(1000)
                .bytes();
        assertThat(findings(video)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hvc1, avcC", "hev1, avcC", "avc1, hvcC", "av01, avcC", "vp09, avcC"})
    void the_configuration_is_that_of_the_codec(String codec, String box) {
        byte[] configuration = box.equals("avcC") ? avc("SPS | PPS") : hex(HEVC);
        byte[] video = Mp4Builder.clip()
                .video(track -> track.codec("enc1").configuration(box, configuration))
                .bytes();
        assertThat(findings(Bytes.patched(video, Bytes.indexOf(video, "enc1"), Bytes.text(codec))))
                .isEqualTo(FAIL);
    }

    /** FFmpeg opens no file with a shorter one. */
    @ParameterizedTest
    @CsvSource({"11, video.readable=fail", "12, ''"})
    void the_configuration_of_vp9_has_all_of_its_fields(int length, String expected) {
        byte[] vp9 = Arrays.copyOf(hex(CodecConfigurations.VP9), length);
        assertThat(findings(video("vp09", "vpcC", vp9))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "xxxx, video.readable=unknown",
        "avcX, video.readable=unknown",
        "mp4a, video.readable=unknown",
        "AVC1, ''",
        "h264, ''",
        "MJPG, ''",
        "apch, ''",
        "vvc1, ''",
        "FFV1, ''"
    })
    void an_unknown_codec_is_not_known_to_play(String codec, String expected) {
        byte[] video = Mp4Builder.clip().video(track -> track.codec(codec)).bytes();
        assertThat(findings(video)).isEqualTo(expected);
        assertThat(Judged.videoFacts(Judged.video(video)).codec()).isEqualTo(codec);
    }
}
