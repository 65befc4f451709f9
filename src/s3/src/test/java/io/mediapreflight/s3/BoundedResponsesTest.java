package io.mediapreflight.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.fixture.store.ScriptedStore;
import io.mediapreflight.source.TemporaryEntry;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedResponsesTest {
    private static final S3Location BUCKET = S3Location.parse("s3://media");

    /** A body that has one text many times between others. */
    private static ScriptedStore store(String status, String begin, String each, int count, String end)
            throws Exception {
        byte[] bytes = each.getBytes(UTF_8);
        return new ScriptedStore((request, out) -> {
            out.write(ScriptedStore.head(status));
            out.write(begin.getBytes(UTF_8));
            for (int i = 0; i < count; i++) {
                out.write(bytes);
            }
            out.write(end.getBytes(UTF_8));
        });
    }

    private static ScriptedStore page(String each, int count) throws Exception {
        return store(
                "200 OK", "<ListBucketResult><IsTruncated>false</IsTruncated>", each, count, "</ListBucketResult>");
    }

    private static S3Store open(ScriptedStore server) {
        return S3Store.open(S3Access.standard().at(server.endpoint()));
    }

    private static UnreachableException refusal(ScriptedStore server) {
        try (S3Store store = open(server)) {
            S3Listing listing = store.list(BUCKET);
            UnreachableException[] refusal = new UnreachableException[1];
            assertThatThrownBy(listing::next).isInstanceOfSatisfying(UnreachableException.class, e -> refusal[0] = e);
            return refusal[0];
        }
    }

    @ParameterizedTest
    @CsvSource({"<Contents><Key>a</Key></Contents>, 60000", "<a/>, 200000"})
    void a_page_with_more_than_any_that_s3_has_is_not_read_to_its_end(String each, int count) throws Exception {
        try (ScriptedStore server = page(each, count)) {
            assertThat(refusal(server).why().key()).isEqualTo("s3:protocol");
        }
    }

    @Test
    void a_page_with_a_text_that_does_not_end_is_not_read_to_its_end() throws Exception {
        try (ScriptedStore server = store(
                "200 OK",
                "<ListBucketResult><Name>",
                "x".repeat(1 << 16),
                (int) (BoundedResponses.MAX_BYTES >> 16) + 1,
                "</Name></ListBucketResult>")) {
            assertThat(refusal(server).why().key()).isEqualTo("s3:protocol");
        }
    }

    @Test
    void a_page_of_elements_in_elements_contradicts_itself() throws Exception {
        try (ScriptedStore server = store("200 OK", "", "<a>", 90_000, "")) {
            assertThat(refusal(server).why().key()).isIn("s3:listing", "s3:protocol");
        }
    }

    @Test
    void a_page_has_a_thousand_objects_at_most() throws Exception {
        try (ScriptedStore server = page("<Contents><Key>a</Key></Contents>", 1001)) {
            assertThat(refusal(server).why().key()).isEqualTo("s3:listing");
        }
    }

    @Test
    void a_page_of_the_longest_keys_is_read() throws Exception {
        String object = "<Contents><Key>" + "&quot;".repeat(1024) + "</Key><LastModified>2030-01-01T00:00:00.000Z"
                + "</LastModified><ETag>&quot;0123456789abcdef0123456789abcdef&quot;</ETag><Size>5</Size>"
                + "<StorageClass>STANDARD</StorageClass></Contents>";
        try (ScriptedStore server = page(object, 1000);
                S3Store store = open(server)) {
            assertThat(store.list(BUCKET).next().orElseThrow()).hasSize(1000);
        }
    }

    @Test
    void an_error_whose_text_does_not_end_has_its_status_alone() throws Exception {
        try (ScriptedStore server = store(
                        "403 Forbidden",
                        "<Error><Code>InvalidAccessKeyId</Code><Message>",
                        "x".repeat(1 << 16),
                        (int) (BoundedResponses.MAX_BYTES >> 16) + 1,
                        "</Message></Error>");
                S3Store store = open(server)) {
            assertThatThrownBy(() -> store.source(BUCKET.withKey("a.png")))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.why().key()).isEqualTo("s3:denied"));
        }
    }

    @Test
    void the_bytes_of_an_object_are_no_such_response() throws Exception {
        byte[] content = "<".repeat(BoundedResponses.MAX_TAGS + 1).getBytes(UTF_8);
        try (ScriptedStore server = new ScriptedStore((request, out) -> object(request, content, out));
                S3Store store = open(server);
                S3Source source = store.source(BUCKET.withKey("a.png"));
                TemporaryEntry file = source.toFile().orElseThrow()) {
            assertThat(file.path()).hasBinaryContent(content);
        }
    }

    private static void object(String request, byte[] content, OutputStream out) throws IOException {
        if (request.contains("Range: ")) {
            out.write(ScriptedStore.head(
                    "206 Partial Content",
                    "ETag: \"t\"",
                    "Content-Range: bytes 0-65535/" + content.length,
                    "Content-Length: 65536"));
            out.write(content, 0, 65_536);
        } else {
            out.write(ScriptedStore.head("200 OK", "ETag: \"t\"", "Content-Length: " + content.length));
            out.write(content);
        }
    }
}
