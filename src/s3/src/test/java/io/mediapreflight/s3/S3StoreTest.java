package io.mediapreflight.s3;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.UnreachableException;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.store.ObjectStore;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a store that knows its protocol by others than us. */
class S3StoreTest {
    private static final byte[] CLIP =
            Mp4Builder.clip().mediaData(300_000).moovLast().bytes();

    private static ObjectStore server;
    private static S3Store store;

    @BeforeAll
    static void start() throws Exception {
        server = new ObjectStore();
        store = S3Store.open(S3Access.standard().at(server.endpoint()));
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
    }

    @BeforeEach
    void reset() {
        server.forgetCounts();
        server.beforeEachRead(key -> {});
    }

    private static S3Location at(String key) {
        return S3Location.parse("s3://" + ObjectStore.BUCKET + "/" + key);
    }

    private static List<StoredObject> all(S3Listing listing) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        for (Optional<List<StoredObject>> page = listing.next(); page.isPresent(); page = listing.next()) {
            objects.addAll(page.get());
        }
        return objects;
    }

    @Test
    void an_object_is_judged_by_a_few_ranges() throws IOException {
        server.put("one/clip ä+&%25.mp4", CLIP);
        try (S3Source source = store.source(at("one/clip ä+&%25.mp4"))) {
            assertThat(Preflight.standard().check(source, Subject.video())).passes();
            assertThat(source.size()).hasValue(CLIP.length);
        }
        assertThat(server.reads()).isEqualTo(2);
        assertThat(server.bytes()).isLessThan(200_000);
        assertThat(server.others()).isZero();
    }

    @Test
    void an_empty_object_is_one() throws IOException {
        server.put("empty.mp4", new byte[0]);
        try (S3Source source = store.source(at("empty.mp4"))) {
            assertThat(Preflight.standard().check(source, Subject.video())).fails();
        }
    }

    @Test
    void what_is_missing_fails_and_what_is_denied_is_unknown() {
        server.put("denied.mp4", CLIP);
        server.deny("denied.mp4");
        assertThat(fault("missing.mp4").severity()).isEqualTo(Outcome.FAIL);
        assertThat(fault("missing.mp4").why().key()).isEqualTo("s3:missing");
        assertThat(fault("denied.mp4").severity()).isEqualTo(Outcome.UNKNOWN);
        assertThat(fault("denied.mp4").why().key()).isEqualTo("s3:denied");
    }

    private static UnreachableException fault(String key) {
        try (S3Source source = store.source(at(key))) {
            throw new AssertionError("opened: " + source.size());
        } catch (UnreachableException e) {
            return e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void there_is_no_other_bucket() {
        assertThatThrownBy(() -> store.list(S3Location.parse("s3://another")).next())
                .isInstanceOfSatisfying(
                        UnreachableException.class,
                        e -> assertThat(e.why().key()).isEqualTo("s3:no-bucket"));
    }

    @Test
    void an_object_that_is_replaced_between_two_reads_is_noticed() throws IOException {
        server.put("changing.mp4", CLIP);
        try (S3Source source = store.source(at("changing.mp4"))) {
            server.put("changing.mp4", "x".repeat(CLIP.length).getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> source.read(200_000, ByteBuffer.allocate(10)))
                    .isInstanceOf(SourceChangedException.class);
        }
    }

    @Test
    void an_object_that_is_another_than_was_listed_is_unknown() throws IOException {
        server.put("listed/clip.mp4", CLIP);
        StoredObject listed = all(store.list(at("listed/"))).get(0);
        server.put("listed/clip.mp4", Mp4Builder.clip().bytes());
        try (S3Source source = store.source(listed)) {
            assertThat(Preflight.standard().check(source, Subject.video())).isUnknownOnly(RuleId.FILE_ACCESS);
        }
        assertThat(server.bytes()).isZero(); // the store itself compares the tags
    }

    @Test
    void a_listing_has_pages_of_a_thousand_in_the_order_of_the_keys() throws IOException {
        for (int i = 1099; i >= 0; i--) {
            server.put(String.format("many/%04d.png", i), new byte[] {1, 2, 3});
        }
        List<StoredObject> objects = all(store.list(at("many/")));
        assertThat(objects).hasSize(1100);
        assertThat(objects).extracting(each -> each.location().key()).isSorted();
        assertThat(objects.get(0).size()).hasValue(3);
        assertThat(objects.get(0).entityTag()).isPresent();
        assertThat(server.others()).isEqualTo(2);
        assertThat(server.reads()).isZero();
    }

    @Test
    void a_download_has_every_byte_and_leaves_nothing_behind() throws IOException {
        server.put("whole.mp4", CLIP);
        Path path;
        try (S3Source source = store.source(at("whole.mp4"));
                TemporaryEntry file = source.toFile().orElseThrow()) {
            path = file.path();
            assertThat(Files.readAllBytes(path)).isEqualTo(CLIP);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void wrong_credentials_are_said_without_being_shown() {
        String before = System.setProperty("aws.secretAccessKey", "another-secret");
        try (S3Store other = S3Store.open(S3Access.standard().at(server.endpoint()))) {
            assertThatThrownBy(() -> other.source(at("any.mp4")))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.why().key()).isEqualTo("s3:credentials-refused"))
                    .hasMessageNotContaining("another-secret");
        } finally {
            System.setProperty("aws.secretAccessKey", String.valueOf(before));
        }
    }

    @Test
    void without_a_signature_a_store_that_wants_one_denies_access() {
        server.put("private.mp4", CLIP);
        try (S3Store other =
                S3Store.open(S3Access.standard().at(server.endpoint()).withoutSignature())) {
            assertThatThrownBy(() -> other.source(at("private.mp4")))
                    .isInstanceOfSatisfying(UnreachableException.class, e -> {
                        assertThat(e.why().key()).isEqualTo("s3:denied");
                        assertThat(e.fix().sentence().key()).isEqualTo("s3:fix.sign");
                    });
        }
    }

    @Test
    void without_credentials_it_is_said_what_to_set() {
        String before = System.clearProperty("aws.accessKeyId");
        System.setProperty("aws.sharedCredentialsFile", "/none");
        System.setProperty("aws.configFile", "/none");
        try (S3Store other = S3Store.open(S3Access.standard().at(server.endpoint()))) {
            assertThatThrownBy(() -> other.source(at("any.mp4")))
                    .isInstanceOfSatisfying(UnreachableException.class, e -> {
                        assertThat(e.severity()).isEqualTo(Outcome.UNKNOWN);
                        assertThat(e.why().key()).isEqualTo("s3:no-credentials");
                    });
        } finally {
            System.setProperty("aws.accessKeyId", String.valueOf(before));
            System.clearProperty("aws.sharedCredentialsFile");
            System.clearProperty("aws.configFile");
        }
    }
}
