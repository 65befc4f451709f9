package io.mediapreflight.s3.upload;

import io.mediapreflight.s3.S3Location;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What lies in a bucket, held against what should lie there. */
final class StoredObjects {
    private static final int BUFFER = 1 << 16;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final String EXPIRY = "expiry-date=\"";

    private final S3Client client;
    private final Duration needed;
    private final Optional<Duration> kept;
    private final Clock clock;

    /**
     * Objects behind a client.
     *
     * @param needed how long an object must lie there from now on
     * @param kept how long the store keeps each; empty where nothing is known of that
     */
    StoredObjects(S3Client client, Duration needed, Optional<Duration> kept, Clock clock) {
        this.client = client;
        this.needed = needed;
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether the same bytes lie there, and will for as long as a URL that is signed now. */
    boolean holds(S3Location location, Upload upload) throws IOException {
        HeadObjectResponse head;
        try {
            head = head(location);
        } catch (S3Exception e) {
            // Without the right to list the bucket, an object that is missing is a forbidden one.
            if (e.statusCode() == NOT_FOUND || e.statusCode() == FORBIDDEN) {
                return false;
            }
            throw e;
        }
        return upload.mediaType().equals(head.contentType()) && lasts(head) && isSame(head, location, upload);
    }

    /** Puts media in one piece, and makes sure of what has arrived. */
    void put(S3Location location, Upload upload) throws IOException {
        try (UploadBody body = new UploadBody(upload)) {
            try {
                put(location, upload, body);
            } catch (RuntimeException e) {
                if (body.failure().isPresent()) {
                    throw body.failure().get();
                }
                throw e;
            }
        }
        if (!isSame(head(location), location, upload)) {
            throw new IOException(Phrase.of("s3:upload.arrived-otherwise")
                    .with("object", location.toString())
                    .toString());
        }
    }

    private void put(S3Location location, Upload upload, UploadBody body) {
        client.putObject(
                request -> request.bucket(location.bucket())
                        .key(location.key())
                        .contentType(upload.mediaType())
                        .checksumSHA256(base64(upload.digest().sha256())),
                RequestBody.fromContentProvider(body, upload.digest().size(), upload.mediaType()));
    }

    private HeadObjectResponse head(S3Location location) {
        return client.headObject(
                request -> request.bucket(location.bucket()).key(location.key()).checksumMode(ChecksumMode.ENABLED));
    }

    private boolean isSame(HeadObjectResponse head, S3Location location, Upload upload) throws IOException {
        if (head.contentLength() == null
                || head.contentLength() != upload.digest().size()) {
            return false;
        }
        String checksum = head.checksumSHA256();
        if (checksum != null && head.checksumType() != ChecksumType.COMPOSITE) {
            return checksum.equals(base64(upload.digest().sha256()));
        }
        return isTaggedWithItsMd5(head, upload) || isReadBackTheSame(location, upload);
    }

    /** Stores without checksums tag an object that was put in one piece with its MD5, unless they encrypt it: another tag says nothing. */
    private static boolean isTaggedWithItsMd5(HeadObjectResponse head, Upload upload) throws IOException {
        String tag = head.eTag();
        if (tag == null || !tag.matches("\"[0-9a-f]{32}\"")) {
            return false;
        }
        MessageDigest md5 = md5();
        try (InputStream in = new DigestInputStream(upload.open(), md5)) {
            // The MD5 of the bytes that were judged, which are perhaps no longer those of the file.
            boolean isUnchanged = sha256(in).equals(upload.digest().sha256());
            return isUnchanged && tag.equals('"' + HexFormat.of().formatHex(md5.digest()) + '"');
        }
    }

    private boolean isReadBackTheSame(S3Location location, Upload upload) {
        long size = upload.digest().size();
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .build();
        // Read within the call, whose time bounds a body that only trickles, and no further than what it should be.
        return client.getObject(request, (response, body) -> {
            CountingDigest read = CountingDigest.of(body, size + 1);
            if (read.bytes() > size) {
                body.abort(); // else the rest would be read to keep the connection
            }
            return read.bytes() == size && read.sha256().equals(upload.digest().sha256());
        });
    }

    /** What was read of a stream. */
    private record CountingDigest(long bytes, String sha256) {
        static CountingDigest of(InputStream in, long max) throws IOException {
            MessageDigest digest = SourceDigest.newSha256();
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            int read = in.read(buffer, 0, (int) Math.min(BUFFER, max));
            while (read > 0) {
                digest.update(buffer, 0, read);
                bytes += read;
                read = in.read(buffer, 0, (int) Math.min(BUFFER, max - bytes));
            }
            return new CountingDigest(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static String sha256(InputStream in) throws IOException {
        MessageDigest digest = SourceDigest.newSha256();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }

    /** Whether no rule of the store deletes it too early, by what the store says of this object and by what it is known to do. */
    private boolean lasts(HeadObjectResponse head) {
        Instant until = clock.instant().plus(needed);
        Instant put = head.lastModified();
        boolean isKept = kept.isEmpty() || (put != null && !put.plus(kept.get()).isBefore(until));
        return isKept
                && expiry(head.expiration()).map(end -> !end.isBefore(until)).orElse(true);
    }

    /** The date in {@code expiry-date="Fri, 21 Dec 2012 00:00:00 GMT", rule-id="…"}. One that cannot be read has passed. */
    private static Optional<Instant> expiry(@Nullable String expiration) {
        int start = expiration == null ? -1 : expiration.indexOf(EXPIRY);
        if (expiration == null || start < 0) {
            return Optional.empty();
        }
        int from = start + EXPIRY.length();
        int to = Math.max(from, expiration.indexOf('"', from));
        try {
            return Optional.of(ZonedDateTime.parse(expiration.substring(from, to), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.of(Instant.EPOCH);
        }
    }
}
