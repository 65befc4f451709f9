package io.mediapreflight.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.LocalCopy;
import io.mediapreflight.fixture.store.ObjectStore;
import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.submit.upload.UploadedMedia;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a store that knows its protocol by others than us. */
class S3UploaderTest {
    private static final byte[] BYTES = "the bytes of an image".getBytes(StandardCharsets.UTF_8);

    private static ObjectStore server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws Exception {
        server = new ObjectStore();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @BeforeEach
    void empty() throws IOException {
        server.delete(key(upload(BYTES)));
        server.forgetCounts();
    }

    private static S3Uploader.Builder builder() {
        return S3Uploader.builder(
                S3Location.parse("s3://" + ObjectStore.BUCKET + "/to/check"),
                S3Access.standard().at(server.endpoint()));
    }

    private static Upload upload(byte[] bytes) throws IOException {
        BytesSource source = BytesSource.of(bytes);
        return new Upload(Slot.IMAGE, LocalCopy.of(source), SourceDigest.of(source, bytes.length), Format.JPEG);
    }

    private static String key(Upload upload) {
        return "to/check/" + upload.name();
    }

    private static HttpURLConnection opened(String url) throws IOException {
        return (HttpURLConnection) URI.create(url).toURL().openConnection();
    }

    @Test
    void what_is_put_lies_under_its_digest_and_its_url_leads_there() throws IOException {
        Upload upload = upload(BYTES);
        try (S3Uploader uploader = builder().build()) {
            UploadedMedia media = uploader.upload(upload);

            assertThat(media.isNew()).isTrue();
            assertThat(media.url())
                    .startsWith(server.endpoint() + "/media/to/check/"
                            + upload.digest().sha256() + ".jpg?");
            HttpURLConnection connection = opened(media.url());
            assertThat(connection.getInputStream().readAllBytes()).isEqualTo(BYTES);
            assertThat(connection.getContentType()).isEqualTo("image/jpeg");
        }
    }

    @Test
    void the_place_is_the_signed_url_without_its_signature_and_needs_no_store() throws IOException {
        Upload upload = upload(BYTES);
        try (S3Uploader uploader = builder().build()) {
            String place = uploader.place(upload);
            assertThat(server.puts()).isZero();
            assertThat(server.others()).isZero();
            assertThat(uploader.upload(upload).url()).startsWith(place + "?");
        }
    }

    @Test
    void the_same_bytes_are_put_once_and_signed_again() throws IOException {
        try (S3Uploader uploader = builder().build()) {
            uploader.upload(upload(BYTES));
            assertThat(uploader.upload(upload(BYTES)).isNew()).isFalse();
            assertThat(server.puts()).isEqualTo(1);
        }
    }

    @Test
    void other_bytes_under_that_name_are_replaced() throws IOException {
        Upload upload = upload(BYTES);
        byte[] others = Arrays.copyOf(BYTES, BYTES.length);
        others[0]++;
        server.put(key(upload), others);
        server.forgetCounts();
        try (S3Uploader uploader = builder().build()) {
            UploadedMedia media = uploader.upload(upload);
            assertThat(media.isNew()).isTrue();
            assertThat(opened(media.url()).getInputStream().readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void bytes_that_change_while_they_are_put_are_not_taken_for_those_that_were_judged() throws IOException {
        Path file = Files.write(directory.resolve("a.jpg"), BYTES);
        LocalCopy copy = LocalCopy.of(file);
        Upload upload = new Upload(Slot.IMAGE, copy, SourceDigest.of(BytesSource.of(BYTES), BYTES.length), Format.JPEG);
        byte[] others = Arrays.copyOf(BYTES, BYTES.length);
        others[0]++;
        Files.write(file, others);
        try (S3Uploader uploader = builder().build()) {
            assertThatThrownBy(() -> uploader.upload(upload)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_file_that_is_gone_is_named_as_the_reason() throws IOException {
        Upload upload = new Upload(
                Slot.IMAGE,
                LocalCopy.of(directory.resolve("gone.jpg")),
                SourceDigest.of(BytesSource.of(BYTES), BYTES.length),
                Format.JPEG);
        try (S3Uploader uploader = builder().build()) {
            assertThatThrownBy(() -> uploader.upload(upload))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("gone.jpg");
        }
    }

    @Test
    void signed_urls_are_valid_for_as_long_as_stated() throws IOException {
        try (S3Uploader uploader = builder().validFor(Duration.ofHours(5)).build()) {
            assertThat(uploader.upload(upload(BYTES)).url()).contains("X-Amz-Expires=18000");
        }
    }

    @Test
    void what_the_store_may_delete_too_early_is_put_again() throws IOException {
        try (S3Uploader uploader = builder().build()) {
            uploader.upload(upload(BYTES));
        }
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
        try (S3Uploader uploader =
                builder().keptFor(Duration.ofDays(2)).clock(later).build()) {
            assertThat(uploader.upload(upload(BYTES)).isNew()).isTrue();
        }
    }

    @Test
    void a_bucket_that_does_not_exist_is_named_without_a_secret() throws IOException {
        try (S3Uploader uploader = S3Uploader.builder(
                        S3Location.parse("s3://no-such-bucket/"),
                        S3Access.standard().at(server.endpoint()))
                .build()) {
            assertThatThrownBy(() -> uploader.upload(upload(BYTES)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no-such-bucket")
                    .hasMessageNotContaining("Signature")
                    .hasMessageNotContaining(ObjectStore.SECRET);
        }
    }

    @Test
    void a_store_that_cannot_be_reached_says_so() throws IOException {
        try (S3Uploader uploader = S3Uploader.builder(
                        S3Location.parse("s3://media"), S3Access.standard().at("http://127.0.0.1:9"))
                .build()) {
            assertThatThrownBy(() -> uploader.upload(upload(BYTES)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @ParameterizedTest
    @CsvSource({"PT1H", "P8D"})
    void refuses_times_for_which_no_url_can_be_signed(Duration time) {
        assertThatThrownBy(() -> builder().validFor(time)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"s3://media/a, a/", "s3://media/a/, a/", "'s3://media/\"', '\\\"/'"})
    void a_lifecycle_rule_is_about_what_is_uploaded(String place, String prefix) {
        assertThat(new LifecycleRule(S3Location.parse(place), 7).json())
                .isEqualTo("{\"Rules\":[{\"ID\":\"preflight-uploads\",\"Status\":\"Enabled\",\"Filter\":{\"Prefix\":\""
                        + prefix + "\"},\"Expiration\":{\"Days\":7}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://media", "s3://media/"})
    void a_lifecycle_rule_is_never_about_all_of_a_bucket(String place) {
        S3Location bucket = S3Location.parse(place);
        assertThatThrownBy(() -> new LifecycleRule(bucket, 7)).isInstanceOf(RefusedValueException.class);
    }
}
