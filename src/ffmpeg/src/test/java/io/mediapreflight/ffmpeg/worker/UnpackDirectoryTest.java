package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class UnpackDirectoryTest {
    private static final PrivateDirectory.Owners ALL_OURS = (path, attributes) -> false;

    @TempDir
    Path home;

    @Test
    void a_directory_below_the_users_cache_is_made_for_the_user_alone() throws IOException {
        UnpackDirectory directory = UnpackDirectory.ofUser(Map.of("HOME", home.toString()));
        assertThat(directory.path()).isEqualTo(home.resolve(".cache/preflight"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_cache_directory_that_is_named_comes_before_that_of_the_home_unless_it_is_empty_or_relative() {
        String cache = home.resolve("cache").toString();
        assertThat(of("XDG_CACHE_HOME", cache).path()).isEqualTo(home.resolve("cache/preflight"));
        assertThat(of("XDG_CACHE_HOME", "").path()).isEqualTo(home.resolve(".cache/preflight"));
        assertThat(of("XDG_CACHE_HOME", "cache").path()).isEqualTo(home.resolve(".cache/preflight"));
    }

    private UnpackDirectory of(String name, String value) {
        return UnpackDirectory.ofUser(Map.of("HOME", home.toString(), name, value));
    }

    @Test
    void a_directory_in_which_others_may_write_is_not_used() throws IOException {
        Path open = Files.createDirectories(home.resolve(".cache/preflight"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTemporary(UnpackDirectory.ofUser(Map.of("HOME", home.toString())));
    }

    @Test
    void a_link_of_another_user_is_not_followed_wherever_it_is_on_the_way() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere/preflight"));
        for (String place : List.of("cache", "other/preflight")) {
            Path link = home.resolve(place);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, place.equals("cache") ? elsewhere.getParent() : elsewhere);
            Path cache = place.equals("cache") ? link : link.getParent();

            assertThat(UnpackDirectory.ofUser(cache, ALL_OURS).path()).isEqualTo(elsewhere.toRealPath());
            assertTemporary(UnpackDirectory.ofUser(cache, (path, attributes) -> path.equals(link.toAbsolutePath())));
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void nothing_is_made_behind_a_link_of_another_user() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(home.resolve("cache"), elsewhere);
        assertTemporary(UnpackDirectory.ofUser(link, (path, attributes) -> path.equals(link)));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void links_that_lead_round_in_a_circle_lead_nowhere() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("a"), Path.of("b/../a"));
        Files.createDirectory(home.resolve("b"));
        assertTemporary(UnpackDirectory.ofUser(link, ALL_OURS));
    }

    @Test
    void a_directory_in_which_others_can_exchange_the_users_one_is_not_used_unless_it_is_sticky() throws IOException {
        Path open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTemporary(UnpackDirectory.ofUser(open.resolve("cache"), ALL_OURS));
        Files.setAttribute(open, "unix:mode", 01777);
        assertThat(UnpackDirectory.ofUser(open.resolve("cache"), ALL_OURS).path())
                .isEqualTo(open.toRealPath().resolve("cache/preflight"));
    }

    @Test
    void a_directory_with_a_link_or_a_file_of_another_user_in_it_is_not_used() throws IOException {
        Path inner = Files.createDirectories(home.resolve("cache/preflight/ffmpeg/org"));
        Path library = Files.createSymbolicLink(inner.resolve("libavcodec.so"), Path.of("libavcodec.so.62"));
        Path cache = home.resolve("cache");
        assertThat(UnpackDirectory.ofUser(cache, ALL_OURS).path()).startsWith(cache.toRealPath());
        assertTemporary(UnpackDirectory.ofUser(cache, (path, attributes) -> path.endsWith(library.getFileName())));
    }

    @Test
    void a_directory_with_a_library_that_others_can_write_is_not_used() throws IOException {
        Path inner = Files.createDirectories(home.resolve("cache/preflight/ffmpeg"));
        Path library = Files.writeString(inner.resolve("libavcodec.so"), "code");
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTemporary(UnpackDirectory.ofUser(home.resolve("cache"), ALL_OURS));
    }

    @Test
    void a_link_that_truly_belongs_to_another_user_is_not_followed() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(home.resolve("cache"), elsewhere);
        try {
            Files.setAttribute(link, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            assumeThat(e).as("only root can give a link away").isNull();
        }
        assertTemporary(of("XDG_CACHE_HOME", link.toString()));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_left_is_deleted_when_the_next_one_needs_such_a_directory() throws Exception {
        Path temporary = UnpackDirectory.ofUser(Map.of()).path().getParent();
        Path left = Files.createDirectories(temporary.resolveSibling("preflight-ffmpeg-4711/natives"));
        Files.writeString(left.resolve("libavcodec.so"), "code");
        Files.createFile(left.resolveSibling("lock"));
        Files.setLastModifiedTime(left.getParent(), FileTime.from(Instant.now().minusSeconds(60)));
        UnpackDirectory next = UnpackDirectory.ofUser(Map.of());
        assertThat(left.getParent()).doesNotExist();
        assertThat(temporary).exists();
        next.delete();
    }

    @Test
    void a_temporary_directory_takes_the_place_of_one_that_cannot_be_made() throws IOException {
        Files.writeString(home.resolve(".cache"), "no directory");
        assertTemporary(UnpackDirectory.ofUser(Map.of("HOME", home.toString())));
        assertTemporary(UnpackDirectory.ofUser(Map.of()));
    }

    private void assertTemporary(UnpackDirectory directory) throws IOException {
        assertThat(directory.path().startsWith(home)).isFalse();
        assertThat(directory.isEmpty()).isTrue();
        Files.writeString(
                Files.createDirectory(directory.path().resolve("ffmpeg")).resolve("lib"), "code");
        assertThat(directory.isEmpty()).isFalse();
        directory.delete();
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void a_directory_that_lasts_is_not_deleted() throws IOException {
        UnpackDirectory directory = UnpackDirectory.of(home);
        Files.writeString(home.resolve("lib"), "code");
        directory.delete();
        assertThat(home.resolve("lib")).exists();
    }
}
