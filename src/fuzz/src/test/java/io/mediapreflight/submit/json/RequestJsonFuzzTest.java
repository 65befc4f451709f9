package io.mediapreflight.submit.json;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.rule.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of requests: read, judged, written and read again. */
class RequestJsonFuzzTest {
    private static final long MAX_HEAP = 32L << 20;

    private static final Preflight PREFLIGHT = Preflight.builder()
            .clock(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
            .build();

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "{\"model\":\"kling/kling-v3-motion-control\",\"prompt\":\"a dance\",\"reference_images\":[{\"url\":\"https://"
                        + "media.example.com/a.png\"}],\"reference_videos\":[{\"url\":\"https://media.example.com/b.mp4\"}],"
                        + "\"resolution\":\"1080P\",\"generate_audio\":true,\"extra_params\":{\"character_orientation\":\"video\"}}",
                "{\"model\":1,\"reference_images\":{},\"more\":[1.50,1e3,-0,{\"b\":null,\"a\":true}],\"promt\":\"\"}",
                "{\"model\":\"a\",\"model\":\"b\",\"prompt\":\"\\ud83d\\ude00\\udc80\",\"extra_params\":{\"cfg_scale\":0.5}}",
                "[]",
                "{\"reference_images\":[{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"},7]}");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "request.dict")
    @FuzzTest(maxDuration = "")
    void any_body_is_read_and_what_is_written_of_it_says_the_same(byte[] body) throws Exception {
        Heap.requireAtMost(MAX_HEAP, () -> require(body));
    }

    private static void require(byte[] body) {
        ReadRequest strict = RequestJson.read(body, false);
        ReadRequest lenient = RequestJson.read(body, true);
        Texts.requireSame(strict, RequestJson.read(body, false), "another time");
        Texts.requireSame(strict.request(), lenient.request(), "unknown fields are kept");
        requireFewerDefects(strict.defects(), lenient.defects());
        requireRoundTrip(lenient);
        RequestVerdict verdict = PREFLIGHT.check(strict.request(), strict.defects(), LocalMedia.none());
        Texts.require(strict.defects().isEmpty() || !verdict.passed(), "passes in spite of " + strict.defects());
        for (Finding finding : verdict.findings()) {
            Texts.requireShown(finding.message());
            Texts.requireShown(finding.fix().sentence().toString());
        }
    }

    private static void requireFewerDefects(List<RequestDefect> strict, List<RequestDefect> lenient) {
        List<RequestDefect> known = strict.stream()
                .filter(defect -> defect.kind() != RequestDefect.Kind.UNKNOWN_FIELD)
                .toList();
        Texts.requireSame(known, lenient, "the defects but for unknown fields");
    }

    /** What is sent of a request is that request again, and its canonical form is one. */
    private static void requireRoundTrip(ReadRequest read) {
        GenerationRequest request = read.request();
        byte[] sent = RequestJson.write(request);
        ReadRequest again = RequestJson.read(sent, true);
        Texts.requireSame(again.request(), request, "what is sent reads as another request");
        Texts.require(Arrays.equals(RequestJson.write(again.request()), sent), "written in two ways");
        byte[] canonical = RequestJson.canonical(request);
        byte[] twice = RequestJson.canonical(RequestJson.read(canonical, true).request());
        Texts.require(Arrays.equals(canonical, twice), "two canonical forms: " + Texts.of(canonical) + Texts.of(twice));
    }
}
