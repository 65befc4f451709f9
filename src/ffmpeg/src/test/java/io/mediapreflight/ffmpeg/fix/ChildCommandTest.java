package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildCommandTest {
    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    @TempDir
    private Path directory;

    private Map<String, String> environment(String program) {
        return ChildCommand.of(
                        List.of(program, "-version"),
                        new ChildProcess.Bounds(Duration.ofSeconds(1), ChildProcess.MEMORY_BYTES, 0))
                .environment();
    }

    /** A server has no libdrm, which the libraries of the program that is unpacked need. */
    @Test
    void a_program_that_was_unpacked_finds_the_libraries_beside_it() throws IOException {
        Files.createFile(directory.resolve("libavutil.so"));
        assertThat(environment(directory.resolve("ffmpeg").toString()).get(LIBRARY_PATH))
                .startsWith(directory.toString());
    }

    @Test
    void a_program_of_the_system_gets_no_libraries_of_ours() {
        String before = System.getenv(LIBRARY_PATH);
        assertThat(environment(directory.resolve("ffmpeg").toString()).get(LIBRARY_PATH))
                .isEqualTo(before);
        assertThat(environment("ffmpeg").get(LIBRARY_PATH)).isEqualTo(before);
    }
}
