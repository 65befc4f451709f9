package io.mediapreflight.s3.upload;

import io.mediapreflight.s3.S3Location;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InterruptedIOException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Why a store did not do what it was asked for, as a sentence of ours: what the library says may name keys of an account. */
final class StoreFailure {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private StoreFailure() {}

    static IOException of(SdkException cause, S3Location location) {
        if (cause instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException(Phrase.of("s3:upload.interrupted").toString());
            interrupted.initCause(cause);
            return interrupted;
        }
        Phrase why = cause instanceof S3Exception refused ? refused(refused, location) : unreached(cause, location);
        return new IOException(why.toString(), cause);
    }

    private static Phrase refused(S3Exception refused, S3Location location) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : Excerpt.of(details.errorCode());
        Phrase why =
                switch (refused.statusCode()) {
                    case FORBIDDEN -> Phrase.of("s3:upload.denied").with("object", location.toString());
                    case NOT_FOUND -> Phrase.of("s3:upload.no-bucket").with("bucket", location.bucket());
                    default ->
                        Phrase.of("s3:upload.refused")
                                .with("object", location.toString())
                                .with("status", Integer.toString(refused.statusCode()));
                };
        return code.isEmpty() ? why : Phrase.of("s3:upload.coded").with("reason", why).with("code", code);
    }

    /** The library gives the reason of the last attempt as a cause. */
    private static Phrase unreached(SdkException cause, S3Location location) {
        Throwable last = cause;
        while (last.getCause() != null && last.getCause() != last) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return Phrase.of("s3:upload.unreached")
                .with("object", location.toString())
                .with("reason", Excerpt.sentence(message == null ? last.getClass().getSimpleName() : message));
    }
}
