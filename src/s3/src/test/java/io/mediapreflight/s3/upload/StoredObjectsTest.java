package io.mediapreflight.s3.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.LocalCopy;
import io.mediapreflight.fixture.store.ScriptedStore;
import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Clients;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;

/** What is read back of a store that has neither checksums nor tags. */
class StoredObjectsTest {
    private static final byte[] BYTES = new byte[1000];
    private static final S3Location PLACE = S3Location.parse("s3://media/a.jpg");

    /** Writes a body. */
    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private static ScriptedStore store(Body body) throws IOException {
        return new ScriptedStore((request, out) -> {
            if (request.startsWith("HEAD")) {
                out.write(ScriptedStore.head("200 OK", "Content-Type: image/jpeg", "Content-Length: " + BYTES.length));
            } else {
                out.write(ScriptedStore.head("200 OK", "Content-Type: image/jpeg"));
                body.write(out);
            }
        });
    }

    private static boolean holds(ScriptedStore server, Duration call) throws IOException {
        BytesSource source = BytesSource.of(BYTES);
        Upload upload =
                new Upload(Slot.IMAGE, LocalCopy.of(source), SourceDigest.of(source, BYTES.length), Format.JPEG);
        try (S3Client client = S3Clients.client(S3Access.standard().at(server.endpoint()), call)) {
            return new StoredObjects(client, Duration.ofHours(1), Optional.empty(), Clock.systemUTC())
                    .holds(PLACE, upload);
        }
    }

    @Test
    void the_same_bytes_are_known_again() throws Exception {
        try (ScriptedStore server = store(out -> out.write(BYTES))) {
            assertThat(holds(server, Duration.ofMinutes(1))).isTrue();
        }
    }

    @Test
    void half_of_the_bytes_are_not_the_same() throws Exception {
        try (ScriptedStore server = store(out -> out.write(BYTES, 0, BYTES.length / 2))) {
            assertThat(holds(server, Duration.ofMinutes(1))).isFalse();
        }
    }

    @Test
    void what_is_longer_is_read_no_further() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        Body endless = out -> {
            out.write(new byte[BYTES.length + 1]);
            out.flush();
            await(read); // longer than the client waits for a byte
        };
        try (ScriptedStore server = store(endless)) {
            assertThat(holds(server, Duration.ofMinutes(1))).isFalse();
            read.countDown();
        }
    }

    @Test
    void a_body_that_trickles_has_the_time_of_a_call() throws Exception {
        Body trickle = out -> {
            for (byte each : BYTES) {
                out.write(each);
                out.flush();
                pause();
            }
        };
        try (ScriptedStore server = store(trickle)) {
            assertThatThrownBy(() -> holds(server, Duration.ofSeconds(1))).isInstanceOf(ApiCallTimeoutException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean isRead = latch.await(60, TimeUnit.SECONDS);
            assertThat(isRead).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
