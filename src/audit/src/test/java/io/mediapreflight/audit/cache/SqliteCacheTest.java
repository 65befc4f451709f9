package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.Inspection;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.source.PathNames;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SqliteCacheTest extends CacheTest {
    private static final FileState STATE = CacheSamples.state("/clips/a.gif", 1000);

    @Test
    void finds_the_next_time_what_it_kept() throws IOException {
        keep(STATE);

        assertThat(isFound(STATE)).isTrue();
    }

    @Test
    void what_is_found_cost_no_byte_and_no_time() throws IOException {
        keep(STATE);

        try (SqliteCache cache = open()) {
            assertThat(cache.find(STATE))
                    .contains(new Inspection.Seen(CacheSamples.GIF, ByteCount.exactly(STATE.size()), 0, 0));
        }
    }

    @Test
    void every_sample_is_found_as_it_was_seen() throws IOException {
        List<Path> files = CacheSamples.testdata();
        try (SqliteCache cache = SqliteCache.open(file)) {
            for (Path each : files) {
                FileState state = settled(each);
                cache.keep(state, CacheSamples.seen(CacheSamples.probed(each), state.size()));
            }
        }
        try (SqliteCache cache = SqliteCache.open(file)) {
            for (Path each : files) {
                assertThat(cache.find(settled(each)).map(Inspection.Seen::probed))
                        .contains(CacheSamples.probed(each));
            }
        }
    }

    private static FileState settled(Path file) throws IOException {
        FileState state = CacheSamples.state(file);
        return new FileState(state.path(), state.size(), FileTime.from(CacheSamples.NOW), state.inode());
    }

    static List<Arguments> others() {
        FileTime later = FileTime.from(STATE.modified().toInstant().plusNanos(1));
        FileTime earlier = FileTime.from(STATE.modified().toInstant().minusNanos(1));
        OptionalLong inode = STATE.inode();
        return List.of(
                Arguments.of("size + 1", new FileState(STATE.path(), 1001, STATE.modified(), inode)),
                Arguments.of("size - 1", new FileState(STATE.path(), 999, STATE.modified(), inode)),
                Arguments.of("a nanosecond later", new FileState(STATE.path(), 1000, later, inode)),
                Arguments.of("a nanosecond earlier", new FileState(STATE.path(), 1000, earlier, inode)),
                Arguments.of("another inode", new FileState(STATE.path(), 1000, STATE.modified(), OptionalLong.of(8))),
                Arguments.of("no inode", new FileState(STATE.path(), 1000, STATE.modified(), OptionalLong.empty())),
                Arguments.of("another name", CacheSamples.state("/clips/A.gif", 1000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void does_not_find_the_file_in_another_state(String what, FileState other) throws IOException {
        keep(STATE);

        assertThat(isFound(other)).as(what).isFalse();
    }

    @Test
    void does_not_find_a_file_whose_status_changed_while_its_times_were_set_back() throws IOException {
        FileState before = changedAt(CacheSamples.NOW.minusSeconds(60));
        keep(before);

        assertThat(isFound(before)).isTrue();
        assertThat(isFound(changedAt(CacheSamples.NOW.minusSeconds(59)))).isFalse();
        assertThat(isFound(STATE)).isFalse();
    }

    @Test
    void does_not_keep_a_file_whose_status_has_just_changed() throws IOException {
        FileState fresh = changedAt(CacheSamples.NOW.minusMillis(1));
        keep(fresh);

        assertThat(isFound(fresh)).isFalse();
    }

    private static FileState changedAt(java.time.Instant moment) {
        return new FileState(
                STATE.path(), STATE.size(), STATE.modified(), STATE.inode(), Optional.of(FileTime.from(moment)));
    }

    @Test
    void does_not_find_what_other_probes_found() throws Exception {
        keep(STATE);
        Database.change(file, "UPDATE file SET probe_version = " + (Probed.VERSION + 1));

        assertThat(isFound(STATE)).isFalse();
    }

    @Test
    void finds_a_file_without_an_inode() throws IOException {
        FileState state = new FileState(STATE.path(), 1000, STATE.modified(), OptionalLong.empty());
        keep(state);

        assertThat(isFound(state)).isTrue();
    }

    @Test
    void the_newer_state_takes_the_place_of_the_older() throws Exception {
        FileState newer = CacheSamples.state("/clips/a.gif", 2000);
        keep(STATE);
        keep(newer);

        assertThat(isFound(newer)).isTrue();
        assertThat(Database.query(file, "SELECT size FROM file")).containsExactly("2000");
    }

    @ParameterizedTest
    @CsvSource({
        "-3600000000000, false",
        "-1, false",
        "0, false",
        "1999999999, false",
        "2000000000, true",
        "2000000001, true"
    })
    void keeps_only_what_was_two_seconds_old_when_it_was_looked_at(long nanosOld, boolean kept) throws IOException {
        FileState state = modified(CacheSamples.NOW.minusNanos(nanosOld));
        keep(state);

        assertThat(isFound(state)).isEqualTo(kept);
    }

    @Test
    void the_time_that_the_looking_took_makes_no_file_older() throws IOException {
        FileState state = modified(CacheSamples.NOW.minusSeconds(3));
        try (SqliteCache cache = open()) {
            long elapsed = Duration.ofSeconds(2).toNanos();
            cache.keep(state, new Inspection.Seen(CacheSamples.GIF, ByteCount.exactly(state.size()), 77, elapsed));
        }

        assertThat(isFound(state)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1677-09-21T00:12:43.145224191Z"})
    void does_not_keep_a_time_that_nanoseconds_cannot_express(Instant modified) throws IOException {
        FileState state = modified(modified);
        keep(state);

        assertThat(isFound(state)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1677-09-21T00:12:43.145224192Z", "1969-12-31T23:59:59.999999999Z"})
    void keeps_a_time_that_nanoseconds_can_express(Instant modified) throws IOException {
        FileState state = modified(modified);
        keep(state);

        assertThat(isFound(state)).isTrue();
    }

    @Test
    void does_not_keep_a_file_whose_size_was_another_when_it_was_looked_at() throws IOException {
        try (SqliteCache cache = open()) {
            cache.keep(STATE, CacheSamples.seen(CacheSamples.GIF, STATE.size() + 1));
        }

        assertThat(isFound(STATE)).isFalse();
    }

    @Test
    void does_not_keep_a_size_that_is_not_exact() throws IOException {
        try (SqliteCache cache = open()) {
            ByteCount vague = new ByteCount(STATE.size(), Long.MAX_VALUE);
            cache.keep(STATE, new Inspection.Seen(CacheSamples.GIF, vague, 77, 0));
        }

        assertThat(isFound(STATE)).isFalse();
    }

    @Test
    void does_not_keep_what_lies_in_an_archive() throws IOException {
        URI archive = URI.create("jar:" + directory.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            FileState state = new FileState(zip.getPath("/clips/a.gif"), 1000, STATE.modified(), STATE.inode());
            keep(state);
            assertThat(isFound(state)).isFalse();
        }
        assertThat(isFound(STATE)).isFalse();
    }

    @Test
    void distinguishes_names_that_are_not_utf_8() throws Exception {
        assumeTrue(File.separatorChar == '/', "skipped: names are not bytes here");
        FileState one = CacheSamples.state("/clips/a.gif", 1);
        FileState bytes = new FileState(PathNames.path("/clips/\uDCFF.gif"), 1, one.modified(), one.inode());
        FileState otherBytes = new FileState(PathNames.path("/clips/\uDCFE.gif"), 1, one.modified(), one.inode());
        FileState mark = new FileState(PathNames.path("/clips/\uFFFD.gif"), 1, one.modified(), one.inode());
        keep(bytes);

        assertThat(isFound(bytes)).isTrue();
        assertThat(isFound(otherBytes)).isFalse();
        assertThat(isFound(mark)).isFalse();
        assertThat(Database.query(file, "SELECT typeof(path) || hex(path) FROM file"))
                .containsExactly("blob2F636C6970732FFF2E676966");
    }

    @Test
    void a_name_in_any_script_is_text() throws Exception {
        keep(new FileState(PathNames.path("/clips/né 😀'.gif"), 1000, STATE.modified(), STATE.inode()));

        assertThat(Database.query(file, "SELECT path FROM file WHERE typeof(path) = 'text'"))
                .containsExactly("/clips/né 😀'.gif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b?mode=memory&x.db", "100%41;#.db", "né😀.db", "\uDCFF.db"})
    void the_cache_itself_may_have_any_name(String name) throws Exception {
        assumeTrue(File.separatorChar == '/', "skipped: such names are not allowed here");
        file = PathNames.path(directory + "/" + name);
        keep(STATE);

        assertThat(file).isRegularFile();
        assertThat(isFound(STATE)).isTrue();
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void does_nothing_once_it_is_closed() throws IOException {
        SqliteCache cache = open();
        cache.close();
        cache.close();
        cache.keep(STATE, CacheSamples.seen(CacheSamples.GIF, STATE.size()));

        assertThat(cache.find(STATE)).isEmpty();
        assertThat(cache.failure()).isEmpty();
    }

    @Test
    void an_interrupted_thread_keeps_and_finds_as_any_other() throws IOException {
        Thread.currentThread().interrupt();
        try {
            keep(STATE);

            assertThat(isFound(STATE)).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void what_waits_is_written_within_a_second_or_so() throws Exception {
        try (SqliteCache cache = open()) {
            cache.keep(STATE, CacheSamples.seen(CacheSamples.GIF, STATE.size()));
            long start = System.nanoTime();
            while (cache.find(STATE).isEmpty() && System.nanoTime() - start < 10_000_000_000L) {
                Thread.sleep(20);
            }

            assertThat(cache.find(STATE)).isPresent();
        }
    }

    @Test
    void facts_that_are_damaged_are_not_found_and_are_kept_again() throws Exception {
        keep(STATE);
        Database.change(file, "UPDATE file SET facts = zeroblob(40)");
        assertThat(isFound(STATE)).isFalse();
        keep(STATE);

        assertThat(isFound(STATE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "7", "zeroblob(100000000)", "x''"})
    void facts_of_another_shape_are_not_found(String facts) throws Exception {
        keep(STATE);
        Database.change(file, "UPDATE file SET facts = " + facts);

        try (SqliteCache cache = open()) {
            assertThat(cache.find(STATE)).isEmpty();
            assertThat(cache.failure()).isEmpty();
        }
    }

    private static FileState modified(Instant moment) {
        return new FileState(STATE.path(), 1000, FileTime.from(moment), STATE.inode());
    }

    private SqliteCache open() throws IOException {
        return SqliteCache.open(file, CacheSamples.CLOCK);
    }

    private void keep(FileState state) throws IOException {
        try (SqliteCache cache = open()) {
            cache.keep(state, CacheSamples.seen(CacheSamples.GIF, state.size()));
        }
    }

    private boolean isFound(FileState state) throws IOException {
        try (SqliteCache cache = open()) {
            return cache.find(state).isPresent();
        }
    }
}
