package io.mediapreflight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationSearchTest {
    @TempDir
    Path root;

    private Path working;

    @BeforeEach
    void makes_directories() throws IOException {
        working = Files.createDirectories(root.resolve("repository/media/clips"));
    }

    private Optional<String> found() {
        return ConfigurationSearch.find(working + "/");
    }

    private static void put(Path directory) throws IOException {
        Files.writeString(directory.resolve("preflight.toml"), "");
    }

    private void beginRepository() throws IOException {
        Files.createDirectory(root.resolve("repository/.git"));
    }

    @Test
    void finds_that_of_the_working_directory() throws IOException {
        put(working);
        assertThat(found()).contains(working + "/preflight.toml");
    }

    @Test
    void finds_one_above_within_the_repository() throws IOException {
        beginRepository();
        put(root.resolve("repository"));
        assertThat(found()).contains(working + "/../../preflight.toml");
    }

    @Test
    void the_nearest_is_in_force() throws IOException {
        beginRepository();
        put(root.resolve("repository"));
        put(root.resolve("repository/media"));
        assertThat(found()).contains(working + "/../preflight.toml");
    }

    @Test
    void looks_no_further_than_the_root_of_the_repository() throws IOException {
        beginRepository();
        put(root);
        assertThat(found()).isEmpty();
    }

    @Test
    void a_repository_may_have_a_file_for_its_own() throws IOException {
        Files.writeString(root.resolve("repository/media/.git"), "gitdir: elsewhere\n");
        put(root.resolve("repository"));
        assertThat(found()).isEmpty();
    }

    /** What lies above may be other users'. */
    @Test
    void without_a_repository_only_the_working_directory_counts() throws IOException {
        put(root.resolve("repository/media"));
        assertThat(found()).isEmpty();
    }
}
