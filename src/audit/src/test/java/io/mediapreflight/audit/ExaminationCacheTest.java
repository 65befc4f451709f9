package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.MetadataReader;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decoder or metadata said is kept beside the facts, under the identity of who said it. */
class ExaminationCacheTest {
    private static final Advice PLACE = new Advice(
                    AdviceId.PRIVACY_LOCATION, Phrase.verbatim("a place").with("at", List.of(Phrase.of("x"))))
            .at("$.image");

    /** An hour from now, so that files of this moment do not count as fresh. */
    private static final InstantSource LATER = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

    @TempDir
    Path directory;

    private final AtomicInteger asked = new AtomicInteger();
    private Tree tree = new Tree(Path.of(""));

    @BeforeEach
    void make_a_directory() throws IOException {
        tree = new Tree(directory.resolve("media")).photos("a.jpg", "b.jpg");
    }

    /** Says the same of every file, and counts how often it is asked. */
    private final class Counting implements Examiner {
        private final Examination examination;
        private final Optional<String> identity;

        Counting(Examination examination, String identity) {
            this.examination = examination;
            this.identity = Optional.of(identity).filter(text -> !text.isEmpty());
        }

        @Override
        public Examination examine(Path file, Probed probed) {
            asked.incrementAndGet();
            return examination;
        }

        @Override
        public Optional<String> identity() {
            return identity;
        }
    }

    private static Examination said(Decoding decoding) {
        ImageReading reading = ImageReading.builder()
                .format(Optional.of(Format.PNG))
                .size(Optional.of(new ImageReading.Size(600, 800)))
                .build();
        return new Examination(new DecoderResult("a decoder", Optional.of(reading), decoding), List.of(PLACE), 77);
    }

    private static Examination decoded() {
        return said(new Decoding.Decoded(Depth.ENDS, 1));
    }

    private List<Verdict> audit(Preflight preflight) throws IOException {
        try (SqliteCache cache = SqliteCache.open(directory.resolve("facts.db"), LATER)) {
            Audit audit = Audit.builder(preflight).cache(cache).build();
            List<Verdict> verdicts = Audited.by(audit, NamedAssets.of(List.of(tree.root()), Selection.standard()))
                    .entries();
            assertThat(cache.failure()).isEmpty();
            return verdicts;
        }
    }

    private List<Verdict> audit(Examination examination, String identity) throws IOException {
        return audit(Preflight.builder()
                .examiner(new Counting(examination, identity))
                .build());
    }

    static List<Decoding> lasting() {
        return List.of(
                new Decoding.Decoded(Depth.EVERY_FRAME, 1),
                new Decoding.Broken(Optional.of(new Fraction(1, 3)), "it breaks"),
                new Decoding.Broken(Optional.empty(), "it breaks"),
                new Decoding.Undecided("it has too many pixels", true));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void nothing_is_asked_again_of_what_has_not_changed(Decoding decoding) throws IOException {
        List<Verdict> first = audit(said(decoding), "one");
        List<Verdict> second = audit(said(decoding), "one");
        assertThat(asked).hasValue(2);
        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*(elapsedNanos|bytesRead|Inspection|inspection).*")
                .isEqualTo(first);
        assertThat(second).allSatisfy(verdict -> assertThat(verdict.advice()).contains(PLACE));
    }

    @Test
    void an_accident_is_not_kept() throws IOException {
        audit(said(new Decoding.Undecided("it took too long")), "one");
        audit(said(new Decoding.Undecided("it took too long")), "one");
        assertThat(asked).hasValue(4);
    }

    @Test
    void nor_is_what_was_found_where_the_disk_failed() throws IOException {
        Examination cut = decoded();
        Examination failed = new Examination(cut.decoderResult(), cut.advice(), 1, false);
        audit(failed, "one");
        audit(failed, "one");
        assertThat(asked).hasValue(4);
    }

    @Test
    void another_examiner_is_asked_itself() throws IOException {
        audit(decoded(), "one");
        audit(decoded(), "two");
        audit(decoded(), "two");
        assertThat(asked).hasValue(4);
    }

    @Test
    void one_without_an_identity_is_asked_each_time() throws IOException {
        audit(decoded(), "");
        audit(decoded(), "");
        assertThat(asked).hasValue(4);
    }

    @Test
    void a_file_that_has_changed_is_asked_about_again() throws IOException {
        audit(decoded(), "one");
        Files.setLastModifiedTime(tree.path("b.jpg"), FileTime.from(Instant.EPOCH));
        audit(decoded(), "one");
        assertThat(asked).hasValue(3);
    }

    @Test
    void an_audit_without_an_examiner_neither_uses_nor_drops_what_was_said() throws IOException {
        audit(decoded(), "one");
        assertThat(audit(Preflight.standard()))
                .allSatisfy(verdict -> assertThat(verdict.advice()).doesNotContain(PLACE));
        audit(decoded(), "one");
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_metadata_reveal_is_kept_too() throws IOException {
        MetadataReader reader = new MetadataReader() {
            @Override
            public List<Advice> read(Source source, Probed probed) {
                asked.incrementAndGet();
                return List.of(PLACE);
            }

            @Override
            public Optional<String> identity() {
                return Optional.of("metadata");
            }
        };
        Preflight preflight = Preflight.builder().metadata(reader).build();
        audit(preflight);
        assertThat(audit(preflight))
                .allSatisfy(verdict -> assertThat(verdict.advice()).contains(PLACE));
        assertThat(asked).hasValue(2);
    }
}
