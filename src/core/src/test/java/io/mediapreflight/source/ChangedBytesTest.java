package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Window;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random bytes changed in valid files. The seeds are fixed: a failure can be reproduced. */
class ChangedBytesTest {
    private static final Limits LIMITS = Limits.klingV3MotionControl();
    private static final List<byte[]> VALID = valid();
    private static final List<byte[]> TOO_LONG = tooLong();

    private static List<byte[]> valid() {
        List<byte[]> all = new ArrayList<>(Samples.all().values());
        Testdata.names().forEach(name -> all.add(Testdata.bytes(name)));
        all.removeIf(bytes -> bytes.length == 0);
        return all;
    }

    /** Each says in several places that it lasts a minute, so that one byte cannot bring them all within the limit. */
    private static List<byte[]> tooLong() {
        return List.of(
                Mp4Builder.clip().withAudio().duration(30_000, 60 * 30_000).bytes(),
                Mp4Builder.clip()
                        .moovLast()
                        .withAudio()
                        .duration(1000, 60 * 1000)
                        .bytes(),
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 60, 30_000)).bytes());
    }

    @Test
    void changed_bytes_have_a_verdict_and_cost_no_more_than_the_budget() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 6000; i++) {
            byte[] bytes = changed(VALID.get(i % VALID.size()), 1 + random.nextInt(8), random);
            RecordingSource source = random.nextBoolean()
                    ? RecordingSource.of(bytes)
                    : RecordingSource.of(bytes).unknownSize();
            Verdict verdict = Preflight.standard().check(source, Subject.anything());
            assertThat(verdict.bytesRead())
                    .as("change %s", i)
                    .isEqualTo(source.bytesRead())
                    .isLessThanOrEqualTo(Window.BUDGET);
            assertThat(verdict.findings()).extracting(Finding::message).allMatch(message -> !message.isBlank());
        }
    }

    @Test
    void one_changed_byte_makes_no_video_of_a_minute_pass() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = changed(TOO_LONG.get(i % TOO_LONG.size()), 1, random);
            Verdict verdict = Preflight.standard().check(RecordingSource.of(bytes), Subject.video(Orientation.VIDEO));
            assertThat(verdict.passed()).as("change %s: %s", i, verdict).isFalse();
        }
    }

    @Test
    void no_change_of_bytes_makes_a_file_of_too_many_bytes_pass() {
        Random random = new Random(20_261_125);
        for (int i = 0; i < 3000; i++) {
            int kind = i % 3;
            RecordingSource source = tooLarge(kind, 1 + random.nextInt(8), random);
            Subject subject = kind == 0 ? Subject.video(Orientation.VIDEO) : Subject.image();
            Verdict verdict = Preflight.standard().check(source, subject);
            assertThat(verdict.passed()).as("change %s: %s", i, verdict).isFalse();
        }
    }

    private static RecordingSource tooLarge(int kind, int changes, Random random) {
        long image = LIMITS.imageSize().generousBytes() + 1;
        long video = LIMITS.videoSize().generousBytes() + 1;
        byte[] head =
                switch (kind) {
                    case 0 -> Mp4Builder.clip().openEndedMediaData().bytes();
                    case 1 -> JpegBuilder.image().bytes();
                    default -> PngBuilder.image().bytes();
                };
        return RecordingSource.sparse(changed(head, changes, random), kind == 0 ? video : image, new byte[0]);
    }

    /** Some single bytes, sometimes a run that repeats what stands elsewhere. */
    private static byte[] changed(byte[] bytes, int changes, Random random) {
        byte[] copy = bytes.clone();
        int nearTheFront = Math.min(copy.length, 4096);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? nearTheFront : copy.length);
            if (changes > 1 && random.nextInt(8) == 0) {
                int from = random.nextInt(copy.length);
                int length = Math.min(4 + random.nextInt(60), copy.length - Math.max(at, from));
                copy = Bytes.patched(copy, at, Arrays.copyOfRange(bytes, from, from + length));
            } else {
                copy[at] = random.nextInt(4) == 0 ? (byte) -random.nextInt(2) : (byte) random.nextInt(256);
            }
        }
        return copy;
    }
}
