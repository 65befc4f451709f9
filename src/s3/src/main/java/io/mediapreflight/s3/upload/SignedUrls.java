package io.mediapreflight.s3.upload;

import io.mediapreflight.s3.S3Location;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** URLs of objects, signed for a time. */
final class SignedUrls implements AutoCloseable {
    /** Signs what the signature is cut off from again. */
    private static final StaticCredentialsProvider STAND_IN =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none"));

    private final S3Presigner presigner;
    private final S3Client client;
    private final Duration validFor;
    private final Clock clock;

    SignedUrls(S3Presigner presigner, S3Client client, Duration validFor, Clock clock) {
        this.presigner = presigner;
        this.client = client;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** Where an object lies, by the same rules as in a signed URL. No credentials are looked for. */
    String unsigned(S3Location location) {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .overrideConfiguration(with -> with.credentialsProvider(STAND_IN))
                .build();
        String url = presigned(get, Duration.ofMinutes(1));
        return url.substring(0, url.indexOf('?'));
    }

    String signed(S3Location location) throws IOException {
        GetObjectRequest get = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .build();
        return presigned(get, lasting());
    }

    private String presigned(GetObjectRequest get, Duration duration) {
        return presigner
                .presignGetObject(request -> request.signatureDuration(duration).getObjectRequest(get))
                .url()
                .toString();
    }

    /** @throws IOException where a URL that is signed now would not last */
    void requireLasting() throws IOException {
        lasting();
    }

    /** A URL is dead as soon as the credentials are that have signed it, whatever it says itself. */
    private Duration lasting() throws IOException {
        Optional<Instant> end = client.serviceClientConfiguration()
                .credentialsProvider()
                .resolveIdentity()
                .join()
                .expirationTime();
        if (end.isEmpty()) {
            return validFor;
        }
        Duration left = Duration.between(clock.instant(), end.get()).truncatedTo(ChronoUnit.SECONDS);
        if (left.compareTo(S3Uploader.MIN_VALID) < 0) {
            throw new IOException(Phrase.of("s3:upload.credentials-end")
                    .with("time", end.get().truncatedTo(ChronoUnit.SECONDS).toString())
                    .with("minutes", S3Uploader.MIN_VALID.toMinutes())
                    .toString());
        }
        return left.compareTo(validFor) < 0 ? left : validFor;
    }

    @Override
    public void close() {
        presigner.close();
    }
}
