package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    private static final String OPTION = "-XX:SharedArchiveFile=";

    private static List<String> words(Optional<Path> archive) {
        return new WorkerCommand("Main", List.of(), archive, 1 << 20, 1 << 20, Duration.ofSeconds(1), Path.of("cache"))
                .running("Other")
                .builder()
                .command();
    }

    @Test
    void starts_with_the_archive_that_this_program_started_with() {
        assertThat(words(Optional.of(Path.of("/a/preflight.jsa")))).contains(OPTION + Path.of("/a/preflight.jsa"));
    }

    @Test
    void starts_with_the_archive_of_the_jvm_where_there_is_no_other() {
        assertThat(words(Optional.empty())).noneMatch(word -> word.startsWith(OPTION));
    }
}
