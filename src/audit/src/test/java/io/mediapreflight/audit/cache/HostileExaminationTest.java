package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.codec.SealedBytes;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bytes in a cache that are not what was kept: they are no examination, and nothing worse. */
class HostileExaminationTest {
    private static final Examination EXAMINATION = new Examination(
            new DecoderResult(
                    "FFmpeg",
                    Optional.of(VideoReading.builder()
                            .format(Optional.of(Format.MP4))
                            .codec(Optional.of("avc1"))
                            .container(Optional.of(new Fraction(10, 3)))
                            .played(Optional.of(new VideoReading.Played(new Fraction(10, 3), 100)))
                            .build()),
                    new Decoding.Decoded(Depth.ENDS, 100)),
            List.of(new Advice(AdviceId.PRIVACY_OWNER, Phrase.verbatim("\uD800 name"))),
            0);

    private static byte[] bytes() {
        return ExaminationCodec.encode(EXAMINATION).orElseThrow();
    }

    @Test
    void what_was_kept_is_what_was_said() {
        assertThat(ExaminationCodec.decode(bytes())).contains(EXAMINATION);
    }

    @Test
    void any_other_bit_is_no_examination() {
        byte[] bytes = bytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ExaminationCodec.decode(flipped)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void fewer_bytes_are_no_examination() {
        byte[] bytes = bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(ExaminationCodec.decode(Arrays.copyOf(bytes, length))).isEmpty();
        }
    }

    @Test
    void forged_bytes_with_a_right_checksum_are_read_without_an_exception() {
        byte[] bytes = bytes();
        for (int at = 0; at < bytes.length - Integer.BYTES; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] body = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
                body[at] = (byte) value;
                byte[] sealed = SealedBytes.seal(body);
                assertThatCode(() -> ExaminationCodec.decode(sealed)).doesNotThrowAnyException();
            }
        }
    }
}
