package io.mediapreflight.request.url;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the query of a presigned URL says of its time: S3 and its kin, Google Cloud Storage, Azure's shared access
 * signatures, CloudFront. Azure's stored policies keep their times elsewhere, and say nothing here.
 */
final class PresignedUrl {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** S3 and Google Cloud Storage refuse to sign for longer than a week. */
    private static final long MAX_SECONDS = Duration.ofDays(7).toSeconds();

    private final Map<String, String> query;

    private PresignedUrl(Map<String, String> query) {
        this.query = query;
    }

    /**
     * When the URL may be used.
     *
     * @param query by parameter names in lower case
     * @return empty where it is not presigned, or keeps its times elsewhere
     * @throws UnreadableTimeException where it is presigned and its times cannot be read
     */
    static Optional<Validity> validity(Map<String, String> query) throws UnreadableTimeException {
        PresignedUrl url = new PresignedUrl(query);
        for (Map.Entry<String, String> scheme : SigningParameters.DATE_AND_SPAN) {
            if (query.containsKey(scheme.getKey() + "-signature") || query.containsKey(scheme.getKey() + "-expires")) {
                return Optional.of(url.dateAndSpan(scheme.getKey(), scheme.getValue()));
            }
        }
        if (SigningParameters.isAzure(query.keySet())) {
            return url.azure();
        }
        String policy = query.get("policy");
        if (policy != null && query.containsKey("key-pair-id")) {
            return Optional.of(CloudFrontPolicy.validity(policy).orElseThrow(UnreadableTimeException::new));
        }
        return url.epoch();
    }

    private Validity dateAndSpan(String prefix, String by) throws UnreadableTimeException {
        Instant from = read(prefix + "-date", PresignedUrl::basic);
        long seconds = read(prefix + "-expires", Long::parseLong);
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new UnreadableTimeException(prefix + "-expires", query.getOrDefault(prefix + "-expires", ""));
        }
        return new Validity(by, Optional.of(from), from.plusSeconds(seconds));
    }

    private static Instant basic(String text) {
        if (text.length() != "20260101T000000Z".length()) {
            throw new DateTimeException("not a date and a time: " + text);
        }
        return Instant.from(BASIC.parse(text));
    }

    private Optional<Validity> azure() throws UnreadableTimeException {
        if (!query.containsKey("se") && query.containsKey("si")) {
            return Optional.empty();
        }
        Optional<Instant> from =
                query.containsKey("st") ? Optional.of(read("st", PresignedUrl::iso)) : Optional.empty();
        return Optional.of(new Validity("Azure", from, read("se", PresignedUrl::iso)));
    }

    private Optional<Validity> epoch() throws UnreadableTimeException {
        for (Map.Entry<String, String> signer : SigningParameters.SIGNERS) {
            if (query.containsKey(signer.getKey()) && query.containsKey("expires")) {
                Instant until = read("expires", text -> Instant.ofEpochSecond(Long.parseLong(text)));
                return Optional.of(new Validity(signer.getValue(), Optional.empty(), until));
            }
        }
        return Optional.empty();
    }

    /** The forms of ISO 8601 that Azure takes: a date, minutes, seconds or fractions, in UTC or with an offset. */
    private static Instant iso(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.endsWith("Z")
                ? LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    private <T> T read(String name, Function<String, T> reader) throws UnreadableTimeException {
        String text = query.getOrDefault(name, "");
        try {
            return reader.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnreadableTimeException(name, text);
        }
    }

    /** A signed time that cannot be read. */
    static final class UnreadableTimeException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase why;

        /** Of a policy, which is nothing to show. */
        UnreadableTimeException() {
            why = Phrase.of("url:expiry-policy");
        }

        UnreadableTimeException(String name, String text) {
            why = (text.isEmpty() ? Phrase.of("url:expiry-absent") : Phrase.of("url:expiry-unreadable"))
                    .with("name", name)
                    .with("value", Excerpt.of(text));
        }

        Phrase why() {
            return why;
        }
    }
}
