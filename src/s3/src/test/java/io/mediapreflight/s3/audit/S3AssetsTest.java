package io.mediapreflight.s3.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.store.ObjectStore;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.s3.S3Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3AssetsTest {
    private static ObjectStore server;
    private static S3Store store;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        server = new ObjectStore();
        store = S3Store.open(S3Access.standard().at(server.endpoint()));
        byte[] clip = Mp4Builder.clip().mediaData(100_000).moovLast().bytes();
        byte[] image = PngBuilder.image().size(400, 400).bytes();
        server.put("clips/a.mp4", clip);
        server.put("clips/b/c.png", image);
        server.put("clips/.hidden/d.png", image);
        server.put("clips/notes.txt", new byte[] {'n', 'o'});
        server.put("clips-old/a.mp4", clip);
        server.put("clips.png", image);
        server.put("single.png", image);
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
    }

    @BeforeEach
    void reset() {
        server.forgetCounts();
    }

    private static Audit.Builder audit() {
        return Audit.builder(Preflight.standard()).threads(4);
    }

    private static List<Verdict> verdicts(String place, Selection selection, Audit audit) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        audit.over(new S3Assets(store, S3Location.parse(place), selection)).report(verdicts::add);
        return verdicts;
    }

    private static List<String> names(String place, Selection selection) throws IOException {
        return verdicts(place, selection, audit().build()).stream()
                .filter(verdict -> !verdict.skipped())
                .map(verdict -> verdict.source().path() + " " + verdict.outcomeId())
                .collect(Collectors.toList());
    }

    @Test
    void a_prefix_is_a_directory_with_what_is_below_it() throws IOException {
        List<String> expected = List.of("s3://media/clips/a.mp4 pass", "s3://media/clips/b/c.png pass");
        assertThat(names("s3://media/clips", Selection.standard())).isEqualTo(expected);
        assertThat(names("s3://media/clips/", Selection.standard())).isEqualTo(expected);
    }

    @Test
    void a_bucket_has_everything() throws IOException {
        assertThat(names("s3://media", Selection.builder().hidden(true).build()))
                .contains(
                        "s3://media/clips/.hidden/d.png pass",
                        "s3://media/clips-old/a.mp4 pass",
                        "s3://media/single.png pass");
    }

    @Test
    void patterns_are_for_keys_below_the_prefix() throws IOException {
        assertThat(names(
                        "s3://media/clips", Selection.builder().include("*.png").build()))
                .containsExactly("s3://media/clips/b/c.png pass");
        assertThat(names("s3://media/clips", Selection.builder().exclude("b/").build()))
                .containsExactly("s3://media/clips/a.mp4 pass");
        assertThat(names(
                        "s3://media/clips",
                        Selection.builder().include("b/*.png").build()))
                .containsExactly("s3://media/clips/b/c.png pass");
    }

    @Test
    void a_key_may_name_one_object() throws IOException {
        assertThat(names("s3://media/single.png", Selection.standard())).containsExactly("s3://media/single.png pass");
    }

    @Test
    void a_prefix_without_objects_fails() throws IOException {
        assertThat(names("s3://media/none", Selection.standard())).containsExactly("s3://media/none fail");
        assertThat(names("s3://media/none/", Selection.standard())).containsExactly("s3://media/none/ fail");
    }

    @Test
    void a_listing_that_fails_is_a_result() throws IOException {
        assertThat(verdicts("s3://another/clips/", Selection.standard(), audit().build()))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.FAIL);
    }

    @Test
    void an_object_costs_its_reads_and_no_other_request() throws IOException {
        assertThat(names("s3://media/clips/", Selection.standard())).hasSize(2);
        assertThat(server.others()).isEqualTo(1);
        assertThat(server.reads()).isEqualTo(4); // the video two, the image and the text one each
    }

    @Test
    void with_a_cache_a_second_run_lists_and_reads_nothing() throws IOException {
        Path file = directory.resolve("facts.db");
        List<String> first;
        try (SqliteCache cache = SqliteCache.open(file)) {
            first = outcomes(verdicts(
                    "s3://media", Selection.standard(), audit().cache(cache).build()));
        }
        server.forgetCounts();
        try (SqliteCache cache = SqliteCache.open(file)) {
            assertThat(outcomes(verdicts(
                            "s3://media",
                            Selection.standard(),
                            audit().cache(cache).build())))
                    .isEqualTo(first);
        }
        assertThat(server.reads()).isZero();
        assertThat(server.others()).isEqualTo(1);
    }

    @Test
    void a_replaced_object_of_the_same_size_is_read_again() throws IOException {
        byte[] content = PngBuilder.image().size(400, 400).bytes();
        server.put("replaced/a.png", content);
        Path file = directory.resolve("facts.db");
        try (SqliteCache cache = SqliteCache.open(file)) {
            Audit audit = audit().cache(cache).build();
            verdicts("s3://media/replaced/", Selection.standard(), audit);
        }
        content[content.length - 1] ^= 1;
        server.put("replaced/a.png", content);
        server.forgetCounts();
        try (SqliteCache cache = SqliteCache.open(file)) {
            Audit audit = audit().cache(cache).build();
            verdicts("s3://media/replaced/", Selection.standard(), audit);
        }
        assertThat(server.reads()).isEqualTo(1);
    }

    private static List<String> outcomes(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.source().path() + " " + verdict.outcomeId())
                .collect(Collectors.toList());
    }
}
