package io.mediapreflight.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the words of other programs mean here. */
class WordsTest {
    private static Map<Fact, Said> facts(MediaTool tool, String json) {
        return tool.facts(
                JsonReader.read(json.getBytes(StandardCharsets.UTF_8)).value().orElseThrow());
    }

    private static String text(Map<Fact, Said> facts, Fact fact) {
        return facts.containsKey(fact) ? facts.get(fact).text() : "-";
    }

    @ParameterizedTest
    @EnumSource(MediaTool.class)
    void of_values_that_make_no_sense_nothing_is_taken(MediaTool tool) {
        for (String value :
                new String[] {"1e999", "NaN", "\"\"", "{}", "[]", "null", "\"1/0\"", "\"" + "9".repeat(99) + "\""}) {
            String json =
                    switch (tool) {
                        case FFPROBE ->
                            "{\"format\": {\"format_name\": \"avi\", \"duration\": VALUE}, \"streams\": [{\"codec_type\": \"video\","
                                    + " \"width\": VALUE, \"height\": VALUE, \"avg_frame_rate\": VALUE, \"pix_fmt\": VALUE, \"side_data_list\": VALUE}]}";
                        case EXIFTOOL ->
                            "[{\"FileType\": \"MP4\", \"MIMEType\": \"video/mp4\", \"ImageWidth\": VALUE, \"Duration\": VALUE, \"Rotation\": VALUE}]";
                        case MEDIAINFO ->
                            "{\"media\": {\"track\": [{\"@type\": \"General\", \"Format\": \"AVI\", \"Duration\": VALUE},"
                                    + " {\"@type\": \"Video\", \"Width\": VALUE, \"FrameRate\": VALUE}]}}";
                    };
            String said = json.replace("VALUE", value.startsWith("NaN") ? "\"NaN\"" : value);
            assertThat(facts(tool, said)).as(said).doesNotContainKeys(Fact.WIDTH, Fact.DURATION, Fact.FRAME_RATE);
        }
    }

    @ParameterizedTest
    @EnumSource(MediaTool.class)
    void a_document_of_another_shape_says_nothing(MediaTool tool) {
        for (String json :
                new String[] {"{}", "[]", "1", "null", "[[]]", "[1]", "{\"media\": 1}", "{\"streams\": {}}"}) {
            assertThat(facts(tool, json)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"-90, 90", "90, 270", "180, 180", "-180, 180", "0, 0", "-270, 270"})
    void ffprobe_counts_rotations_against_the_clock(String theirs, String ours) {
        assertThat(text(
                        facts(
                                MediaTool.FFPROBE,
                                "{\"format\": {\"format_name\": \"mov,mp4,m4a,3gp,3g2,mj2\"}, \"streams\": [{\"codec_type\":"
                                        + " \"video\", \"side_data_list\": [{\"rotation\": " + theirs + "}]}]}"),
                        Fact.ROTATION))
                .isEqualTo(ours);
    }

    @Test
    void ffprobe_takes_a_cover_for_a_stream_and_it_is_no_video() {
        assertThat(text(
                        facts(
                                MediaTool.FFPROBE,
                                "{\"format\": {\"format_name\": \"mp3\"}, \"streams\": [{\"codec_type\": \"video\","
                                        + " \"disposition\": {\"attached_pic\": 1}}, {\"codec_type\": \"audio\"}]}"),
                        Fact.KIND))
                .isEqualTo("audio");
    }

    @ParameterizedTest
    @CsvSource({
        "yuv420p, 8",
        "yuvj420p, 8",
        "yuv420p10le, 10",
        "yuv444p12be, 12",
        "gbrp, 8",
        "gray, -",
        "pal8, -",
        "yuv420pxyz, -"
    })
    void ffprobe_names_the_bit_depth_in_the_pixel_format(String format, String depth) {
        assertThat(text(
                        facts(
                                MediaTool.FFPROBE,
                                "{\"format\": {\"format_name\": \"avi\"}, \"streams\": [{\"codec_type\": \"video\", \"pix_fmt\": \""
                                        + format + "\"}]}"),
                        Fact.BIT_DEPTH))
                .isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"4.021, 4.021", "00:00:04.021000000, 4.021", "1:02:03, 3723", "1:2, -", "a:b:c, -"})
    void exiftool_prints_durations_as_seconds_or_with_colons(String theirs, String ours) {
        assertThat(text(
                        facts(
                                MediaTool.EXIFTOOL,
                                "[{\"FileType\": \"MKV\", \"MIMEType\": \"video/x-matroska\", \"ImageWidth\": 1, \"Duration\": \""
                                        + theirs + "\"}]"),
                        Fact.DURATION))
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "avc1, h264, true",
        "avc1, V_MPEG4/ISO/AVC, true",
        "hvc1, hev1, true",
        "mp4v, mp4v-20, true",
        "avc1, hvc1, false",
        "xyz1, XYZ1, true"
    })
    void one_codec_has_several_names(String ours, String theirs, boolean same) {
        assertThat(Codecs.said(ours).isSameAs(Codecs.said(theirs))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"4, 4.001, 0.001, true", "4, 4.0011, 0.001, false", "29.97002997, 29.97, 0.001, true", "3, 3, 0, true"})
    void numbers_are_the_same_within_what_a_program_rounds(double ours, double theirs, double rounding, boolean same) {
        assertThat(Said.number(ours, 0).isSameAs(Said.number(theirs, rounding))).isEqualTo(same);
        assertThat(Said.number(theirs, rounding).isSameAs(Said.number(ours, 0))).isEqualTo(same);
    }
}
