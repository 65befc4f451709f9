package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class UnpackFolderTest {
    @TempDir
    Path home;

    @Test
    void a_folder_below_the_users_cache_is_made_for_the_user_alone() throws IOException {
        UnpackFolder folder = UnpackFolder.ofUser(Map.of("HOME", home.toString()));
        assertThat(folder.path()).isEqualTo(home.resolve(".cache/preflight"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_cache_folder_that_is_named_comes_before_that_of_the_home_unless_it_is_empty_or_relative() {
        String cache = home.resolve("cache").toString();
        assertThat(of("XDG_CACHE_HOME", cache).path()).isEqualTo(home.resolve("cache/preflight"));
        assertThat(of("XDG_CACHE_HOME", "").path()).isEqualTo(home.resolve(".cache/preflight"));
        assertThat(of("XDG_CACHE_HOME", "cache").path()).isEqualTo(home.resolve(".cache/preflight"));
    }

    private UnpackFolder of(String name, String value) {
        return UnpackFolder.ofUser(Map.of("HOME", home.toString(), name, value));
    }

    @Test
    void a_folder_in_which_others_may_write_is_not_used() throws IOException {
        Path open = Files.createDirectories(home.resolve(".cache/preflight"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTemporary(UnpackFolder.ofUser(Map.of("HOME", home.toString())));
    }

    @Test
    void a_temporary_folder_takes_the_place_of_one_that_cannot_be_made() throws IOException {
        Files.writeString(home.resolve(".cache"), "no folder");
        assertTemporary(UnpackFolder.ofUser(Map.of("HOME", home.toString())));
        assertTemporary(UnpackFolder.ofUser(Map.of()));
    }

    private void assertTemporary(UnpackFolder folder) throws IOException {
        assertThat(folder.path().startsWith(home)).isFalse();
        assertThat(folder.isEmpty()).isTrue();
        Files.writeString(Files.createDirectory(folder.path().resolve("ffmpeg")).resolve("lib"), "code");
        assertThat(folder.isEmpty()).isFalse();
        folder.delete();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void a_folder_that_lasts_is_not_deleted() throws IOException {
        UnpackFolder folder = UnpackFolder.of(home);
        Files.writeString(home.resolve("lib"), "code");
        folder.delete();
        assertThat(home.resolve("lib")).exists();
    }
}
