package io.mediapreflight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.codec.ProbedCodec;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProbedCodecCorpusTest {
    private final Preflight preflight = Preflight.standard();

    @Test
    void every_real_file_comes_back_as_it_was() throws IOException {
        Path directory = Corpus.directory();
        for (OracleRow row : Oracle.rows()) {
            Probed probed = ((Inspection.Seen) preflight.inspect(directory.resolve(row.path()))).probed();

            assertThat(ProbedCodec.decode(ProbedCodec.encode(probed).orElseThrow()))
                    .as(row.path())
                    .contains(probed);
        }
    }
}
