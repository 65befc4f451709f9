package io.mediapreflight.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mediapreflight.UnreachableException;
import io.mediapreflight.rule.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What a store's refusals mean, as Amazon's has them. */
class S3FaultsTest {
    private static final S3Location OBJECT = S3Location.parse("s3://media/clip.mp4");

    /** A store that responds always alike. */
    private static HttpServer server(int status, String body, AtomicReference<String> payer, String... header)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            payer.set(String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-request-payer")));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static S3Access access(HttpServer server) {
        return S3Access.standard().at("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static UnreachableException fault(int status, String code, String more, String... header)
            throws IOException {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                + "</Code><Message>AKIASECRET</Message>" + more + "</Error>";
        HttpServer server = server(status, body, new AtomicReference<>(), header);
        try (S3Store store = S3Store.open(access(server))) {
            return thrown(store);
        } finally {
            server.stop(0);
        }
    }

    private static UnreachableException thrown(S3Store store) {
        try (S3Source source = store.source(OBJECT)) {
            throw new AssertionError("opened: " + source.size());
        } catch (UnreachableException e) {
            assertThat(e).hasNoCause();
            assertThat(e.toString() + e.fix().advice()).doesNotContain("AKIASECRET");
            return e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchKey, FAIL, s3:missing, s3:fix.key",
        "404, NoSuchBucket, FAIL, s3:no-bucket, s3:fix.bucket",
        "403, AccessDenied, UNKNOWN, s3:denied, s3:fix.permission-or-pay",
        "401, Unauthorized, UNKNOWN, s3:denied, s3:fix.permission-or-pay",
        "403, InvalidAccessKeyId, UNKNOWN, s3:credentials-refused, s3:fix.credentials",
        "403, SignatureDoesNotMatch, UNKNOWN, s3:credentials-refused, s3:fix.credentials",
        "400, ExpiredToken, UNKNOWN, s3:credentials-expired, s3:fix.sign-in",
        "403, RequestTimeTooSkewed, UNKNOWN, s3:clock, s3:fix.clock",
        "503, SlowDown, UNKNOWN, s3:busy, s3:fix.again",
        "500, InternalError, UNKNOWN, s3:failed, s3:fix.again",
        "418, Teapot, UNKNOWN, s3:status, s3:fix.again",
        "301, PermanentRedirect, UNKNOWN, s3:redirected, s3:fix.redirected"
    })
    void a_refusal_says_how_sure_it_is_and_what_to_do(int status, String code, Outcome severity, String why, String fix)
            throws IOException {
        UnreachableException fault = fault(status, code, "");
        assertThat(List.of(
                        fault.severity(),
                        fault.why().key(),
                        fault.fix().sentence().key()))
                .containsExactly(severity, why, fix);
    }

    @Test
    void an_archived_object_fails_and_says_its_class() throws IOException {
        UnreachableException fault = fault(403, "InvalidObjectState", "<StorageClass>DEEP_ARCHIVE</StorageClass>");
        assertThat(fault.severity()).isEqualTo(Outcome.FAIL);
        assertThat(fault.why().key()).isEqualTo("s3:archived");
        assertThat(fault.why().values()).containsEntry("class", "DEEP_ARCHIVE");
    }

    @Test
    void a_bucket_of_another_region_names_it() throws IOException {
        for (int status : List.of(301, 400)) {
            UnreachableException fault = fault(
                    status,
                    "AuthorizationHeaderMalformed",
                    "<Region>eu-west-1</Region>",
                    "x-amz-bucket-region",
                    "eu-west-1");
            assertThat(fault.why().key()).isEqualTo("s3:region");
            assertThat(fault.fix().sentence().values()).containsEntry("elsewhere", "eu-west-1");
        }
    }

    @Test
    void a_listed_object_that_is_archived_is_not_asked_for() {
        StoredObject.Archive archive = new StoredObject.Archive("GLACIER", true);
        StoredObject object = new StoredObject(OBJECT, OptionalLong.of(5), Optional.of("tag"), Optional.of(archive));
        try (S3Store store = S3Store.open(S3Access.standard().at("http://127.0.0.1:9"))) {
            assertThatThrownBy(() -> store.source(object))
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.why().key()).isEqualTo("s3:restoring"));
        }
    }

    @Test
    void a_listing_says_what_is_archived_and_what_was_restored() throws IOException {
        String entry =
                "<Contents><Key>%s</Key><Size>5</Size><ETag>\"t\"</ETag><StorageClass>%s</StorageClass>%s</Contents>";
        String restored = "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress>"
                + "<RestoreExpiryDate>2030-01-01T00:00:00Z</RestoreExpiryDate></RestoreStatus>";
        String body = "<ListBucketResult><IsTruncated>false</IsTruncated>"
                + String.format(entry, "a", "GLACIER", "")
                + String.format(
                        entry,
                        "b",
                        "DEEP_ARCHIVE",
                        "<RestoreStatus><IsRestoreInProgress>true</IsRestoreInProgress></RestoreStatus>")
                + String.format(entry, "c", "GLACIER", restored)
                + String.format(entry, "d", "GLACIER_IR", "")
                + "</ListBucketResult>";
        HttpServer server = server(200, body, new AtomicReference<>());
        S3Access access = access(server);
        try (S3Client client = S3Clients.client(access)) {
            S3Listing listing =
                    new S3Listing(client, access, new S3Faults(access, client), S3Location.parse("s3://media"), true);
            List<StoredObject> objects = listing.next().orElseThrow();
            assertThat(objects)
                    .extracting(StoredObject::archive)
                    .containsExactly(
                            Optional.of(new StoredObject.Archive("GLACIER", false)),
                            Optional.of(new StoredObject.Archive("DEEP_ARCHIVE", true)),
                            Optional.empty(),
                            Optional.empty());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_listing_that_never_ends_is_noticed() throws IOException {
        String body = "<ListBucketResult><IsTruncated>true</IsTruncated>"
                + "<NextContinuationToken>same</NextContinuationToken></ListBucketResult>";
        HttpServer server = server(200, body, new AtomicReference<>());
        AtomicInteger pages = new AtomicInteger();
        try (S3Store store = S3Store.open(access(server))) {
            S3Listing listing = store.list(S3Location.parse("s3://media"));
            assertThatThrownBy(() -> {
                        while (listing.next().isPresent()) {
                            pages.incrementAndGet();
                        }
                    })
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.why().key()).isEqualTo("s3:listing"));
            assertThat(pages).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_store_that_is_not_there_is_named() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (S3Store store = S3Store.open(S3Access.standard().at("http://127.0.0.1:" + port))) {
            UnreachableException fault = thrown(store);
            assertThat(fault.why().key()).isEqualTo("s3:not-connected");
            assertThat(fault.why().values()).containsEntry("host", "127.0.0.1");
        }
    }

    @Test
    void a_reader_agrees_to_pay_only_where_it_was_asked_to() throws IOException {
        AtomicReference<String> payer = new AtomicReference<>("");
        HttpServer server = server(404, "", payer);
        try (S3Store asked = S3Store.open(access(server));
                S3Store paying = S3Store.open(access(server).paying())) {
            thrown(asked);
            assertThat(payer).hasValue("null");
            thrown(paying);
            assertThat(payer).hasValue("requester");
        } finally {
            server.stop(0);
        }
    }
}
