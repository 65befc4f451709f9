package io.mediapreflight.submit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.journal.FileJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submitters that are interrupted and killed, and share a journal in a file. In full, and with the figures, it is run by
 *
 * <pre>{@code
 * mvn -pl src/submit -am test -Dtest=ChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.chaos.requests=10000
 * }</pre>
 */
class ChaosTest {
    @TempDir
    Path directory;

    @Test
    @Tag("sampled")
    void no_request_is_carried_out_twice_none_is_lost_and_the_key_stays_secret() throws Exception {
        Path journal = directory.resolve("state/journal.jsonl");
        new ChaosRun(ChaosWorker.class, journal.toString(), directory).run(() -> FileJournal.open(journal));

        assertThat(FileJournal.open(journal).damage()).isEmpty();
        assertThat(ChaosRun.leaks(journal)).isEmpty();
    }
}
