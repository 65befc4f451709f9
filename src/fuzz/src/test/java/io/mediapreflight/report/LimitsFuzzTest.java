package io.mediapreflight.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.LimitKey;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits as JSON: what is read of them is written so that it reads as the same limits, on top of any others. */
class LimitsFuzzTest {
    private static final long MAX_HEAP = 32L << 20;
    private static final Limits PUBLISHED = Limits.klingV3MotionControl();
    private static final byte[] IMAGE = JpegBuilder.image().bytes();

    static Stream<byte[]> seeds() throws IOException {
        return Texts.seeds(
                written(PUBLISHED),
                "{\"image\":{\"formats\":[\"png\",\"webp\"],\"sideMin\":1,\"longerOverShorterSideMax\":2.5}}",
                "{\"video\":{\"secondsMax\":15,\"secondsMin\":0.000000001,\"formats\":[\"mkv\"]}}",
                "{\"image\":{\"sideMin\":65537}}",
                "{\"image\":{\"formats\":[\"bmp\"]},\"image\":{}}");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "limits.dict")
    @FuzzTest(maxDuration = "")
    void any_limits_that_are_read_are_written_as_the_same_limits(byte[] json) throws Exception {
        Heap.requireAtMost(MAX_HEAP, () -> require(json));
    }

    private static void require(byte[] json) throws IOException {
        Optional<Limits> limits = read(json, PUBLISHED);
        if (limits.isEmpty()) {
            return;
        }
        Texts.requireSame(read(json, PUBLISHED), limits, "another time");
        byte[] written = written(limits.get()).getBytes(UTF_8);
        Texts.requireSame(read(written, PUBLISHED), limits, "written and read again");
        Texts.requireSame(read(written, limits.get()), limits, "on top of themselves");
        Texts.requireSame(read(json, limits.get()), limits, "twice");
        MediaVerdict verdict = Preflight.with(limits.get()).check(BytesSource.of(IMAGE), Subject.image());
        verdict.findings().forEach(finding -> Texts.requireShown(finding.message()));
        for (LimitKey key : LimitKey.values()) {
            Texts.requireShown(SafeText.of(String.valueOf(key.value(limits.get()))));
        }
    }

    private static Optional<Limits> read(byte[] json, Limits base) {
        try {
            return Optional.of(LimitsJson.read(json, base));
        } catch (LimitsException e) {
            Texts.requireShown(SafeText.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
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
