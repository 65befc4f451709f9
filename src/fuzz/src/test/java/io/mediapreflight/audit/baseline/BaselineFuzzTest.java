package io.mediapreflight.audit.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.text.SafeText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Baselines of any lines: all of them are read or none, and what is written of them accepts the same. */
class BaselineFuzzTest {
    private static final long MAX_HEAP = 32L << 20;
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final byte[] HEADER = "{\"schema\":\"preflight.baseline/2\"}\n".getBytes(UTF_8);

    static Stream<byte[]> seeds() {
        String line =
                "{\"source\":\"a.jpg\",\"rule\":\"image.dimensions\",\"reason\":\"old\",\"expires\":\"2027-03-01\"";
        return Texts.seeds(
                line + "}\n",
                line
                        + ",\"severity\":\"fail\",\"measured\":\"stored.width=299 px\",\"path\":\"reference_images[0].url\"}\n",
                "{\"source\":\"\uFFFD.jpg\",\"sourceBytes\":\"gC5qcGc=\",\"rule\":\"acme:logo\",\"reason\":\"ä\u202E\","
                        + "\"expires\":\"2026-12-01\"}\n\n" + line + "}",
                line + ",\"expires\":\"2027-03-01\"}");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "baseline.dict")
    @FuzzTest(maxDuration = "")
    void any_baseline_is_refused_or_written_as_one_that_accepts_the_same(byte[] lines) throws Exception {
        boolean isBare = lines.length > 0 && lines[0] == ' ';
        byte[] file = isBare ? lines : Bytes.join(HEADER, lines);
        Heap.requireAtMost(MAX_HEAP, () -> require(file));
    }

    private static void require(byte[] file) throws IOException {
        Optional<byte[]> written = written(file);
        if (written.isPresent()) {
            byte[] again = written(written.get()).orElseThrow(() -> new AssertionError("not read again"));
            Texts.require(
                    Arrays.equals(again, written.get()),
                    "written in two ways: " + Texts.of(written.get()) + Texts.of(again));
            for (String line : new String(again, UTF_8).split("\n", -1)) {
                Texts.requireShown(line);
            }
        }
    }

    /** What is still in force, as a file; empty where there is no baseline in these bytes. */
    private static Optional<byte[]> written(byte[] file) throws IOException {
        Baseline baseline;
        try {
            baseline = Baseline.read(new ByteArrayInputStream(file), TODAY, 1000);
        } catch (BaselineException e) {
            Texts.requireShown(SafeText.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BaselineWriter writer = new BaselineWriter(out, baseline, "fuzzing", TODAY);
        writer.begin();
        writer.end();
        return Optional.of(out.toByteArray());
    }
}
