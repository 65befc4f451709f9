package io.mediapreflight.s3;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What went wrong between here and a store, with what to do about it. The messages of Amazon's library and of stores stay out: they may
 * quote keys, signatures and names of accounts.
 */
public final class S3Faults {
    private static final int MAX_CAUSES = 16;

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "TokenRefreshRequired", "ExpiredTokenException");

    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidToken",
            "InvalidSecurity",
            "NotSignedUp",
            "UnrecognizedClientException");

    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "Redirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private final S3Access access;
    private final String host;
    private final String region;

    /** Of a client that was made for this access. */
    public S3Faults(S3Access access, S3Client client) {
        this.access = access;
        this.region = client.serviceClientConfiguration().region().id();
        this.host = client.serviceClientConfiguration()
                .endpointOverride()
                .map(URI::getHost)
                .orElse("s3." + region + ".amazonaws.com");
    }

    /** A fault that is no fault of the object, so that what it is stays unknown. */
    static UnreachableException unknown(Phrase why) {
        return new UnreachableException(Outcome.UNKNOWN, why, Fix.of(Phrase.of("s3:fix.again")));
    }

    static UnreachableException unknown(String key) {
        return unknown(Phrase.of(key));
    }

    private static UnreachableException fault(Outcome severity, Phrase why, Phrase fix) {
        return new UnreachableException(severity, why, Fix.of(fix));
    }

    /** That an object cannot be read before it is restored. */
    static UnreachableException archived(StoredObject.Archive archive) {
        return fault(
                Outcome.FAIL,
                Phrase.of(archive.restoring() ? "s3:restoring" : "s3:archived")
                        .with("class", Excerpt.of(archive.storageClass())),
                Phrase.of(archive.restoring() ? "s3:fix.wait" : "s3:fix.restore"));
    }

    /** That there is no such object. */
    static UnreachableException missing() {
        return fault(Outcome.FAIL, Phrase.of("s3:missing"), Phrase.of("s3:fix.key"));
    }

    /** Whether an exception says already what is to be said. */
    static boolean isOurs(IOException e) {
        return e instanceof UnreachableException || e instanceof SourceChangedException;
    }

    /** What this exception of the client stands for. */
    public IOException of(RuntimeException e, S3Location location) {
        return of(e, location, "s3:denied");
    }

    /** Likewise of a listing. */
    IOException ofListing(RuntimeException e, S3Location location) {
        return of(e, location, "s3:denied-listing");
    }

    private IOException of(RuntimeException e, S3Location location, String denied) {
        if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            return new ClosedByInterruptException();
        }
        UnreachableException said = find(e, UnreachableException.class);
        if (said != null) {
            return said;
        }
        SourceChangedException changed = find(e, SourceChangedException.class);
        if (changed != null) {
            return changed;
        }
        return e instanceof S3Exception failure ? ofResponse(failure, location, denied) : ofClient(e);
    }

    private IOException ofResponse(S3Exception e, S3Location location, String denied) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(e.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        Optional<String> other = details.map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                .filter(named -> !named.equals(region));
        int status = e.statusCode();
        if (status / 100 == 3 || ELSEWHERE.contains(code)) {
            return elsewhere(location, other);
        }
        if (e instanceof InvalidObjectStateException state) {
            String tier =
                    state.accessTierAsString() == null ? state.storageClassAsString() : state.accessTierAsString();
            return archived(new StoredObject.Archive(String.valueOf(tier), false));
        }
        if (CREDENTIALS.contains(code)) {
            return fault(Outcome.UNKNOWN, coded("s3:credentials-refused", code), Phrase.of("s3:fix.credentials"));
        }
        if (EXPIRED.contains(code)) {
            return fault(Outcome.UNKNOWN, coded("s3:credentials-expired", code), Phrase.of("s3:fix.sign-in"));
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return fault(Outcome.UNKNOWN, Phrase.of("s3:clock"), Phrase.of("s3:fix.clock"));
        }
        return ofStatus(status, code, location, denied, other);
    }

    private IOException ofStatus(
            int status, String code, S3Location location, String denied, Optional<String> otherRegion) {
        return switch (status) {
            case 400 ->
                otherRegion.isPresent() ? elsewhere(location, otherRegion) : unknown(status("s3:status", 400, code));
            case 401, 403 -> fault(Outcome.UNKNOWN, status(denied, status, code), Phrase.of(permission()));
            case 404 ->
                code.equals("NoSuchBucket")
                        ? fault(
                                Outcome.FAIL,
                                Phrase.of("s3:no-bucket").with("bucket", location.bucket()),
                                Phrase.of("s3:fix.bucket"))
                        : missing();
            case 412 -> new SourceChangedException(Phrase.of("s3:replaced").toString());
            case 416 -> new EmptyRangeException();
            case 429, 503 -> unknown(status("s3:busy", status, code));
            default -> unknown(status(status >= 500 ? "s3:failed" : "s3:status", status, code));
        };
    }

    private IOException elsewhere(S3Location location, Optional<String> other) {
        Phrase why = Phrase.of(other.isPresent() ? "s3:region" : "s3:redirected")
                .with("bucket", location.bucket())
                .with("region", region);
        return other.isPresent()
                ? fault(
                        Outcome.UNKNOWN,
                        why.with("elsewhere", Excerpt.of(other.get())),
                        Phrase.of("s3:fix.region").with("elsewhere", Excerpt.of(other.get())))
                : fault(Outcome.UNKNOWN, why, Phrase.of("s3:fix.redirected"));
    }

    /** What helps depends on what was tried. */
    private String permission() {
        if (access.unsigned()) {
            return "s3:fix.sign";
        }
        return access.requesterPays() ? "s3:fix.permission" : "s3:fix.permission-or-pay";
    }

    private static Phrase coded(String key, String code) {
        return Phrase.of(key).with("code", Excerpt.of(code));
    }

    private static Phrase status(String key, int status, String code) {
        String text = code.isEmpty() || code.equals(Integer.toString(status))
                ? Integer.toString(status)
                : status + " " + Excerpt.of(code);
        return Phrase.of(key).with("status", text);
    }

    private IOException ofClient(RuntimeException e) {
        if (find(e, NoCredentialsException.class) != null) {
            return fault(Outcome.UNKNOWN, Phrase.of("s3:no-credentials"), Phrase.of("s3:fix.credentials"));
        }
        if (find(e, ApiCallTimeoutException.class) != null || find(e, ApiCallAttemptTimeoutException.class) != null) {
            return unknown(Phrase.of("s3:late").with("host", host));
        }
        SSLException tls = find(e, SSLException.class);
        if (tls != null) {
            return unknown(Phrase.of("s3:tls")
                    .with("host", host)
                    .with("reason", Excerpt.sentence(String.valueOf(tls.getMessage()))));
        }
        return unknown(Phrase.of(network(e)).with("host", host));
    }

    private static String network(RuntimeException e) {
        if (find(e, UnknownHostException.class) != null) {
            return "s3:no-address";
        }
        if (find(e, ConnectException.class) != null) {
            return "s3:not-connected";
        }
        if (find(e, SocketTimeoutException.class) != null) {
            return "s3:silent";
        }
        if (find(e, ObjectReads.ShortException.class) != null) {
            return "s3:short";
        }
        boolean isBroken =
                find(e, IOException.class) != null && find(e, BoundedResponses.TooLongException.class) == null;
        return isBroken ? "s3:broken-off" : "s3:protocol";
    }

    private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
        Throwable cause = e;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
