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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"image\":{\"sideMax\":300,\"sideMin\":301}} | not a range: 301 to 300",
                "{\"image\":{\"sidMin\":301}} | there is no limit 'image.sidMin'. Did you mean image.sideMin?",
                "{\"imag\":{\"sideMin\":301}} | there is no limit 'imag'",
                "{\"image\":{\"sideMin\":301,\"sideMin\":302}} | image.sideMin is given more than once",
                "{\"video\":{\"secondsMax\":7,\"secondsMaxByOrientation\":{\"image\":8}}} | is given more than once",
                "{\"image\":{\"sideMin\":1.5}} | image.sideMin must be a whole number of 0 or more",
                "{\"image\":{\"sideMin\":\"301\"}} | image.sideMin must be a whole number of 0 or more",
                "{\"image\":{\"formats\":[\"jpg\"]}} | there is no format jpg; there are jpeg, png",
                "{\"image\":{\"formats\":[\"svg\"]}} | the header of SVG is not read here",
                "{\"image\":{\"formats\":\"png\"}} | image.formats must be a list of at most 64 strings",
                "{\"video\":{\"secondsMin\":-1}} | video.secondsMin must be a number of 0 or more",
                "{\"video\":{\"secondsMin\":1e9}} | video.secondsMin must be a number of 0 or more",
                "{\"video\":{\"secondsMin\":31}} | the minimum duration is over the maximum",
                "{\"date\":\"yesterday\"} | date cannot be yesterday",
                "[] | it is not a JSON object",
                "{} {} | it is not JSON: the value ends before the text does (line 1, column 4)",
                "{ | it is not JSON: Unexpected end-of-input",
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
