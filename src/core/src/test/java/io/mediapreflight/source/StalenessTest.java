package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Clearance;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
    @TempDir
    Path directory;

    private Studio studio;
    private ClearedRequest request;

    @BeforeEach
    void setUp() throws IOException {
        studio = Studio.in(directory);
        Clearance clearance = studio.preflight().clear(studio.check(Studio.request()), false);
        request = ((Clearance.Cleared) clearance).request();
    }

    private Optional<String> staleness() throws IOException {
        return request.staleness(studio.clock());
    }

    @Test
    void a_request_that_was_just_cleared_is_fresh() throws IOException {
        assertThat(staleness()).isEmpty();
    }

    @Test
    void a_request_is_stale_at_the_end_of_its_time_and_not_before() throws IOException {
        studio.clock().advance(ClearedRequest.VALID_FOR.minusNanos(1));
        assertThat(staleness()).isEmpty();
        studio.clock().advance(Duration.ofNanos(1));
        assertThat(staleness())
                .hasValue("The clearance expired at 2026-11-23T12:15:00Z; it is now 2026-11-23T12:15:00Z.");
    }

    @Test
    void a_file_with_one_bit_changed_is_stale_even_with_the_old_time() throws IOException {
        FileTime modified = Files.getLastModifiedTime(studio.video());
        byte[] bytes = Files.readAllBytes(studio.video());
        bytes[bytes.length - 1] ^= 1;
        Files.write(studio.video(), bytes);
        Files.setLastModifiedTime(studio.video(), modified);
        assertThat(staleness()).hasValue("The file for reference_videos[0].url is no longer the one that was checked.");
    }

    @Test
    void a_file_that_was_only_touched_or_copied_is_fresh() throws IOException {
        Files.setLastModifiedTime(studio.video(), FileTime.from(Studio.NOON));
        byte[] image = Files.readAllBytes(studio.image());
        Files.delete(studio.image());
        Files.write(studio.image(), image);
        assertThat(staleness()).isEmpty();
    }

    @Test
    void a_file_that_was_cut_off_is_stale() throws IOException {
        byte[] bytes = Files.readAllBytes(studio.video());
        Files.write(studio.video(), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(staleness())
                .hasValue("The file for reference_videos[0].url has " + grouped(bytes.length - 1)
                        + " bytes; the one that was checked had " + grouped(bytes.length) + ".");
    }

    @Test
    void a_file_that_grew_is_stale() throws IOException {
        long size = Files.size(studio.image());
        Files.write(studio.image(), new byte[] {0}, StandardOpenOption.APPEND);
        assertThat(staleness())
                .hasValue("The file for reference_images[0].url has " + grouped(size + 1)
                        + " bytes; the one that was checked had " + grouped(size) + ".");
    }

    @Test
    void a_file_that_vanished_is_stale() throws IOException {
        Files.delete(studio.image());
        assertThat(staleness()).hasValue("The file for reference_images[0].url is missing or can no longer be read.");
    }

    @Test
    void a_file_that_became_a_directory_is_stale() throws IOException {
        Files.delete(studio.image());
        Files.createDirectory(studio.image());
        assertThat(staleness()).hasValue("The file for reference_images[0].url is missing or can no longer be read.");
    }

    private static String grouped(long number) {
        return Messages.current().grouped(number);
    }
}
