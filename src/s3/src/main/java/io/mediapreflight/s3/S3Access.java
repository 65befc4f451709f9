package io.mediapreflight.s3;

import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * How a store is accessed, beside what environment and profiles say: region, endpoint and credentials come from there.
 *
 * @param endpoint of another store than Amazon's; empty for what environment and profile name, else Amazon's
 * @param requesterPays whether the reader agrees to pay, as some buckets want
 * @param unsigned whether no credentials are looked for: only what is public can be read
 */
public record S3Access(Optional<URI> endpoint, boolean requesterPays, boolean unsigned) {
    /** With credentials, at the endpoint that environment and profile name. */
    public static S3Access standard() {
        return new S3Access(Optional.empty(), false, false);
    }

    /**
     * The same at another endpoint.
     *
     * @param url {@code http(s)://HOST[:PORT]}
     * @throws RefusedValueException where it has another form
     */
    public S3Access at(String url) {
        return new S3Access(Optional.of(endpoint(url)), requesterPays, unsigned);
    }

    /** The same, and the reader pays. */
    public S3Access paying() {
        return new S3Access(endpoint, true, unsigned);
    }

    /** The same without credentials. */
    public S3Access withoutSignature() {
        return new S3Access(endpoint, requesterPays, true);
    }

    private static URI endpoint(String text) {
        try {
            URI uri = new URI(text);
            if (isEndpoint(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below.
        }
        // Not the text: it may hold a password.
        throw new RefusedValueException(Phrase.of("s3:endpoint"));
    }

    /** Whether it is of the form that {@link #at} asks for. */
    static boolean isEndpoint(URI uri) {
        boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean isBare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
        return isHttp && isBare && uri.getHost() != null;
    }
}
