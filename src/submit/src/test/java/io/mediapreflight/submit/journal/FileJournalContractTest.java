package io.mediapreflight.submit.journal;

import io.mediapreflight.submit.contract.JournalContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileJournalContractTest extends JournalContract {
    @TempDir
    Path directory;

    @Override
    protected Journal reopened() throws IOException {
        return Journals.open(directory.resolve("journal.jsonl"));
    }
}
