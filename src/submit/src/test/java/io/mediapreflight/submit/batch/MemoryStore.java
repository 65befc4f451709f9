package io.mediapreflight.submit.batch;

import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.submit.upload.UploadedMedia;
import io.mediapreflight.submit.upload.Uploader;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory, which gives each URL another signature. */
final class MemoryStore implements Uploader {
    /** In every URL that it signs. */
    static final String SIGNATURE = "0123456789abcdef0123456789abcdef";

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final AtomicInteger puts = new AtomicInteger();
    private final AtomicInteger signed = new AtomicInteger();
    private final String directory;
    long validSeconds = 86_400;
    Runnable beforeEach = () -> {};

    MemoryStore(String directory) {
        this.directory = directory;
    }

    MemoryStore() {
        this("https://store.example.org/media/");
    }

    @Override
    public String place(Upload upload) {
        return directory + upload.name();
    }

    @Override
    public UploadedMedia upload(Upload upload) throws IOException {
        beforeEach.run();
        boolean isNew = !objects.containsKey(upload.name());
        if (isNew) {
            try (InputStream in = upload.open()) {
                byte[] bytes = in.readAllBytes();
                MessageDigest digest = SourceDigest.newSha256();
                if (!HexFormat.of()
                        .formatHex(digest.digest(bytes))
                        .equals(upload.digest().sha256())) {
                    throw new IOException("other bytes arrived");
                }
                objects.put(upload.name(), bytes);
                puts.incrementAndGet();
            }
        }
        return new UploadedMedia(
                place(upload) + "?X-Amz-Date=" + BASIC.format(Instant.now()) + "&X-Amz-Expires=" + validSeconds
                        + "&X-Amz-Signature=" + SIGNATURE + signed.incrementAndGet(),
                isNew);
    }
}
