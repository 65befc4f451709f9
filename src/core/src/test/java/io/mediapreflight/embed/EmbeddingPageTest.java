package io.mediapreflight.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.UploadCheck;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Rule;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BlockSource;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.OwnRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/embedding.md on sources, rules and uploads, compiled, run, and compared with what stands there. */
class EmbeddingPageTest {
    private static final String THIS = "src/core/src/test/java/io/mediapreflight/embed/EmbeddingPageTest.java";
    private static final String BEGIN = "// embedding.md\n";
    private static final String END = "// end\n";

    private final Preflight preflight = Preflight.standard();
    private final List<Verdict> results = new ArrayList<>();
    private final Path file = Testdata.file("drawing.png");

    static Stream<String> examples() throws IOException {
        String code = Files.readString(Testdata.repository().resolve(THIS));
        return Stream.of(code.substring(code.indexOf("class Emb")).split("        " + BEGIN))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf("        " + END))
                        .stripTrailing()
                        .stripIndent());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_page_shows_what_is_compiled_and_run(String example) throws IOException {
        assertThat(Files.readString(Testdata.repository().resolve("docs/embedding.md")))
                .contains("```java\n" + example + "\n```");
    }

    @Test
    void an_open_channel() throws IOException {
        // embedding.md
        try (FileChannel channel = FileChannel.open(file)) {
            results.add(preflight.check(ChannelSource.of(channel), Subject.image()));
        }
        // end
        assertThat(results)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.passed()).isTrue());
    }

    @Test
    void a_store_that_reads_ranges() throws IOException {
        Store store = new Store(Files.readAllBytes(file));
        // embedding.md
        Source ranges = RangedSource.of(store.size("key"), (offset, buffer) -> store.read("key", offset, buffer));
        Verdict verdict =
                preflight.check(BlockSource.of(ranges), Subject.image().named("drawing.png"));
        // end
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void a_source_that_may_not_answer() throws IOException {
        Source source = BytesSource.of(Files.readAllBytes(file));
        // embedding.md
        Verdict verdict = preflight.check(source, Subject.image(), Duration.ofSeconds(2));
        // end
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void limits_of_your_own() {
        Path video = Testdata.file("exactly-30s.mp4");
        // embedding.md
        Limits limits = Limits.klingV3MotionControl().toBuilder()
                .videoMaxSeconds(Orientation.VIDEO, Fraction.of(15))
                .build();
        Verdict verdict = Preflight.with(limits).check(video);
        // end
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_rule_of_the_house_and_a_listener() {
        Meter meter = new Meter();
        // embedding.md
        OwnRule square = new OwnRule("acme/square", "the shape", "a square image", "Crop it to a square.");
        Preflight ours = Preflight.builder()
                .rule(Rule.of(
                        square,
                        (facts, subject) -> facts instanceof ImageFacts image && image.width() != image.height()
                                ? List.of(Finding.of(square, Outcome.FAIL, image.width() + "x" + image.height()))
                                : List.of()))
                .listener(verdict -> meter.record(verdict.outcomeId(), verdict.elapsedNanos()))
                .build();
        Verdict verdict = ours.check(file);
        // end
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(square);
        assertThat(meter.outcomes).containsExactly("fail");
    }

    @Test
    void an_upload_while_it_arrives() throws IOException {
        try (ReadableByteChannel body = Channels.newChannel(Files.newInputStream(Testdata.file("exactly-30s.mp4")))) {
            MediaVerdict verdict = received(body, Files.size(Testdata.file("exactly-30s.mp4")));
            assertThat(verdict.passed()).isTrue();
        }
    }

    private MediaVerdict received(ReadableByteChannel body, long contentLength) throws IOException {
        // embedding.md
        Subject video = Subject.video(Orientation.VIDEO);
        try (UploadCheck upload = UploadCheck.builder(preflight, video)
                .declaredBytes(contentLength)
                .build()) {
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            Optional<MediaVerdict> refused = Optional.empty();
            while (refused.isEmpty() && body.read(buffer) >= 0) {
                refused = upload.write(buffer.flip());
                buffer.clear();
            }
            return upload.finish();
        }
        // end
    }

    /** The page calls it as any store is called, with a key. */
    @SuppressWarnings({"ArrayRecordComponent", "UnusedVariable"})
    private record Store(byte[] bytes) {
        long size(String key) {
            return bytes.length;
        }

        int read(String key, long offset, ByteBuffer buffer) {
            return BytesSource.of(bytes).read(offset, buffer);
        }
    }

    /** The page calls it as any meter is called, with a time. */
    @SuppressWarnings("UnusedVariable")
    private static final class Meter {
        private final List<String> outcomes = new ArrayList<>();

        void record(String outcome, long nanos) {
            outcomes.add(outcome);
        }
    }
}
