package io.mediapreflight.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsJsonTest {
    private static final Limits PAGE = Limits.klingV3MotionControl();

    @Test
    void only_the_keys_that_are_given_change() throws Exception {
        Limits own = read("""
                {"image": {"sideMin": 1024, "bytesMax": 5000001}, "video": {"secondsMaxByOrientation": {"video": 12.5}}}
                """);

        assertThat(own)
                .isEqualTo(PAGE.toBuilder()
                        .imageSide(new Span(1024, PAGE.imageSide().max()))
                        .imageSize(SizeLimit.bytes(5_000_001))
                        .videoMaxSeconds(Orientation.VIDEO, new Fraction(25, 2))
                        .build());
    }

    @Test
    void one_maximum_is_for_both_orientations() throws Exception {
        assertThat(read("{\"video\":{\"secondsMax\":7}}"))
                .isEqualTo(PAGE.toBuilder().videoMaxSeconds(Fraction.of(7)).build());
    }

    @Test
    void what_was_written_is_read_again() throws Exception {
        Limits own = PAGE.toBuilder()
                .profile("house")
                .imageSize(SizeLimit.bytes(7))
                .videoMinSeconds(new Fraction(7, 2))
                .build();

        assertThat(read(written(own))).isEqualTo(own);
        assertThat(LimitsJson.read(written(PAGE).getBytes(UTF_8), own)).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000001", "2.123456789", "0.0000005", "999999999.999999999", "3"})
    void a_limit_keeps_every_place_that_was_read(String seconds) throws Exception {
        Limits own = read("{\"video\":{\"secondsMin\":" + seconds + ",\"secondsMax\":999999999.999999999}}");

        assertThat(written(own)).contains("\"secondsMin\":" + seconds + ",");
        assertThat(read(written(own))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"image\":{\"sideMax\":300,\"sideMin\":301}} | image.sideMin cannot be 301 with image.sideMax 300: the minimum must be 1 px or more, and the maximum no smaller.",
                "{\"image\":{\"sidMin\":301}} | there is no limit 'image.sidMin'. Did you mean image.sideMin?",
                "{\"imag\":{\"sideMin\":301}} | there is no limit 'imag'",
                "{\"image\":{\"sideMin\":301,\"sideMin\":302}} | image.sideMin is given more than once",
                "{\"video\":{\"secondsMax\":7,\"secondsMaxByOrientation\":{\"image\":8}}} | is given more than once",
                "{\"image\":{\"sideMin\":1.5}} | image.sideMin must be a whole number of 0 or more",
                "{\"image\":{\"sideMin\":\"301\"}} | image.sideMin must be a whole number of 0 or more",
                "{\"image\":{\"formats\":[\"jpg\"]}} | image.formats cannot be jpg: there is no format 'jpg'. The formats are jpeg, png",
                "{\"image\":{\"formats\":[\"svg\"]}} | SVG cannot be accepted: preflight cannot read the header of such files.",
                "{\"image\":{\"formats\":\"png\"}} | image.formats must be a list of at most 64 strings",
                "{\"video\":{\"secondsMin\":-1}} | video.secondsMin must be a number of 0 or more",
                "{\"video\":{\"secondsMin\":1e9}} | video.secondsMin must be a number of 0 or more",
                "{\"video\":{\"secondsMin\":31}} | the minimum duration is 31 s, and the maximum for character_orientation image is 10 s: the minimum must not be longer.",
                "{\"date\":\"yesterday\"} | date cannot be yesterday: it must be a date such as 2026-11-23.",
                "{\"image\":{\"bytesMax\":0}} | image.bytesMax cannot be 0: it must be 1 byte or more.",
                "{\"image\":{\"bytesMax\":9,\"bytesMaxGenerous\":8}} | it must not be smaller than the strict maximum, 9 bytes.",
                "{\"image\":{\"formats\":[\"mp4\"]}} | MP4 is not an image format.",
                "{\"video\":{\"formats\":[\"png\"]}} | PNG is not a video format.",
                "{\"image\":{\"longerOverShorterSideMax\":0.5}} | it must be 1 or more.",
                "{\"profile\":\" \"} | the profile and the model must have a name.",
                "{\"request\":{\"imagesMax\":3000000000}} | request.imagesMax cannot be 3000000000: it must be a whole number of at most 2,147,483,647.",
                "{\"request\":{\"defaultResolution\":\"4K\"}} | the default resolution '4K' is not one of the resolutions (720P, 1080P).",
                "[] | it is not a JSON object",
                "{} {} | it is not JSON: something follows the end of the JSON value (line 1, column 4)",
                "{ | it is not JSON: Unexpected end-of-input: expected close marker for Object (line 1, column 2)",
                "`` | it is not JSON: the text is empty",
            })
    void says_what_is_wrong(String json, String why) {
        assertThatThrownBy(() -> read(json == null ? "" : json))
                .isInstanceOf(LimitsException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whatever_its_bytes_are_it_is_read_or_refused(int seed) throws IOException {
        Random random = new Random(seed);
        byte[] text = written(PAGE).getBytes(UTF_8);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = text.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertThat(LimitsJson.read(bytes, PAGE)).isNotNull();
            } catch (LimitsException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static Limits read(String json) throws LimitsException {
        return LimitsJson.read(json.getBytes(UTF_8), PAGE);
    }

    private static String written(Limits limits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput json = JsonOutput.compact(out);
        json.startObject();
        LimitsJson.writeMembers(json, limits);
        json.endObject();
        json.drain();
        return out.toString(UTF_8);
    }
}
