package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class JavaProgramTest {
    @TempDir
    private Path directory;

    private Path home;
    private Path other;
    private Map<String, String> environment;

    @BeforeEach
    void name_two_places() {
        home = directory.resolve("runtime");
        other = directory.resolve("other");
        environment = Map.of("JAVA_HOME", other.toString(), "PATH", "bin::" + directory.resolve("path"));
    }

    private static Path program(Path path) throws IOException {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.createFile(path);
        assertThat(path.toFile().setExecutable(true)).isTrue();
        return path;
    }

    private Path found(Optional<String> running) {
        return JavaProgram.find(home, running, environment);
    }

    @Test
    void is_that_of_this_jvm_before_all_others() throws IOException {
        Path own = program(home.resolve("bin/java"));
        program(other.resolve("bin/java"));
        assertThat(found(Optional.empty())).isEqualTo(own);
    }

    @Test
    void is_the_running_program_where_the_image_has_none() throws IOException {
        Path running = program(directory.resolve("elsewhere/java"));
        program(other.resolve("bin/java"));
        assertThat(found(Optional.of(running.toString()))).isEqualTo(running);
    }

    @Test
    void is_never_a_program_of_another_name_that_has_the_jvm_in_it() throws IOException {
        Path running = program(directory.resolve("bin/preflight"));
        Path named = program(other.resolve("bin/java"));
        assertThat(found(Optional.of(running.toString()))).isEqualTo(named);
    }

    @Test
    void is_on_the_path_where_nothing_names_a_home() throws IOException {
        Path onPath = program(directory.resolve("path/java"));
        assertThat(found(Optional.empty())).isEqualTo(onPath);
    }

    @Test
    void is_that_of_this_jvm_where_there_is_none_so_that_its_start_names_it() {
        assertThat(found(Optional.empty())).isEqualTo(home.resolve("bin/java"));
    }
}
