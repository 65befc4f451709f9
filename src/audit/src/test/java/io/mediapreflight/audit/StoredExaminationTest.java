package io.mediapreflight.audit;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Examination;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is looked at behind the headers of sources that are no files. */
class StoredExaminationTest {
    private static final Advice PLACE = new Advice(AdviceId.PRIVACY_LOCATION, Phrase.verbatim("a place"));

    private static Verdict judged(Preflight preflight, Asset.Opener opener) throws IOException {
        Assets stored = new StoredAssets(List.<Map.Entry<String, Asset.Opener>>of(Map.entry("bucket/a.jpg", opener))
                .iterator());
        return Audited.by(Audit.builder(preflight).build(), stored).entries().get(0);
    }

    private static byte[] photo() throws IOException {
        return Files.readAllBytes(Tree.TESTDATA.resolve(Tree.PHOTO));
    }

    @Test
    void their_metadata_are_read() throws IOException {
        byte[] photo = photo();
        Preflight reading =
                Preflight.builder().metadata((source, probed) -> List.of(PLACE)).build();
        Verdict verdict = judged(reading, () -> BytesSource.of(photo));
        assertThat(verdict).passes();
        assertThat(verdict.advice()).containsExactly(PLACE);
    }

    @Test
    void a_decoder_that_opens_files_only_leaves_them_unknown() throws IOException {
        byte[] photo = photo();
        DecoderResult decoded = new DecoderResult("a decoder", Optional.empty(), new Decoding.Undecided("asked"));
        Preflight examining = Preflight.builder()
                .examiner((file, probed) -> new Examination(decoded, List.of(), 0))
                .build();
        assertThat(judged(examining, () -> BytesSource.of(photo))).isUnknownOnly(RuleId.IMAGE_DECODABLE);
    }

    @Test
    void they_are_opened_once_for_headers_and_metadata() throws IOException {
        byte[] photo = photo();
        AtomicInteger opened = new AtomicInteger();
        Preflight reading =
                Preflight.builder().metadata((source, probed) -> List.of()).build();
        Verdict verdict = judged(reading, () -> {
            opened.incrementAndGet();
            return BytesSource.of(photo);
        });
        assertThat(verdict).passes();
        assertThat(opened).hasValue(1);
    }
}
