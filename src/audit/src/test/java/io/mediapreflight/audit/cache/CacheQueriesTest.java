package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Probed;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of a cache can ask it. */
class CacheQueriesTest {
    private static final FileTime MODIFIED = FileTime.from(Instant.parse("2026-01-02T03:04:05.000000006Z"));

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void fill() throws IOException {
        file = directory.resolve("facts.db");
        try (SqliteCache cache = SqliteCache.open(file, CacheSamples.CLOCK)) {
            for (Path each : CacheSamples.testdata()) {
                Probed probed = CacheSamples.probed(each);
                String name = "/" + each.getFileName();
                long size = name.equals("/picture.bmp") ? 100_000_001 : 1_000;
                FileState state = new FileState(Path.of(name), size, MODIFIED, OptionalLong.of(7));
                cache.keep(state, CacheSamples.seen(probed, size));
            }
        }
    }

    @Test
    void how_many_clips_of_10_to_12_s_do_we_have() throws Exception {
        String question = "SELECT count(*) FROM file WHERE kind = 'video' AND duration_seconds BETWEEN 10 AND 12";

        assertThat(Database.query(file, question)).containsExactly("4");
        assertThat(Database.query(file, question.replace("count(*)", "path") + " ORDER BY path"))
                .containsExactly(
                        "/edit-list-late-picture.mp4",
                        "/exactly-10s.mp4",
                        "/ntsc-300-frames.mp4",
                        "/sound-longer-than-picture.mp4");
    }

    @Test
    void what_is_bigger_than_100_mb() throws Exception {
        assertThat(Database.query(
                        file, "SELECT size, path FROM file WHERE size > 100 * 1000 * 1000 ORDER BY size DESC"))
                .containsExactly("100000001|/picture.bmp");
    }

    @Test
    void what_is_malformed_and_why() throws Exception {
        assertThat(Database.query(
                        file, "SELECT path, malformations FROM file WHERE malformations IS NOT NULL ORDER BY path"))
                .anyMatch(row -> row.startsWith("/truncated-before-dimensions.jpg|"))
                .anyMatch(row -> row.startsWith("/truncated-moov-first.mp4|") && row.contains("at byte "))
                .anyMatch(row -> row.startsWith("/garbage.mp4|"))
                .noneMatch(row -> row.startsWith("/clip"));
    }

    @Test
    void a_video_has_the_columns_of_a_video() throws Exception {
        assertThat(row("/rotated-90.mov"))
                .isEqualTo("1000|1767323045000000006|7|" + Probed.VERSION + "|2026-01-31T12:00:00Z|mov|video|640|360"
                        + "|640|360|90|null|0|4.0|4.0|avc1|0|0|1|null");
    }

    @Test
    void an_image_has_the_columns_of_an_image() throws Exception {
        assertThat(row("/photo-exif-orientation-6.jpg"))
                .isEqualTo("1000|1767323045000000006|7|" + Probed.VERSION + "|2026-01-31T12:00:00Z|jpeg|image|1200|900"
                        + "|1200|900|90|6|0|null|null|null|null|null|1|null");
    }

    @Test
    void what_is_of_no_known_format_has_a_row_as_well() throws Exception {
        assertThat(row("/garbage.jpg")).contains("|null|other|null|null|").doesNotEndWith("null");
    }

    @Test
    void what_is_cut_off_is_incomplete() throws Exception {
        assertThat(Database.query(file, "SELECT whole FROM file WHERE path LIKE '/truncated.%'"))
                .containsExactly("0", "0");
    }

    @Test
    void the_schema_explains_each_column() throws Exception {
        String schema = Database.query(file, "SELECT sql FROM sqlite_master WHERE name = 'file'")
                .get(0);

        assertThat(schema).contains("nanoseconds since 1970 (UTC)", "such as avc1");
        assertThat(Database.query(file, "SELECT name FROM pragma_table_info('file')"))
                .allMatch(column -> schema.lines().anyMatch(line -> line.contains("  " + column + " ")));
    }

    private String row(String path) throws Exception {
        return Database.query(
                        file,
                        "SELECT size, modified_ns, inode, probe_version, probed_at, format, kind, width, height,"
                                + " display_width, display_height, rotation, exif_orientation, mirrored,"
                                + " duration_seconds, video_track_seconds, video_codec, audio, fragmented, whole,"
                                + " malformations FROM file WHERE path = '" + path + "'")
                .get(0);
    }
}
