package io.mediapreflight.request.url;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of CloudFront's custom policy, a JSON text in the URL itself. It is searched and not parsed: a quote within a
 * string has a backslash before it, so that what is found is a member. No URL is longer than {@link PublicUrl#MAX_LENGTH}.
 */
final class CloudFrontPolicy {
    private static final String LESS = "\"DateLessThan\"";
    private static final String GREATER = "\"DateGreaterThan\"";
    private static final String TIME = "\\s*+:\\s*+\\{\\s*+\"AWS:EpochTime\"\\s*+:\\s*+(\\d{1,11}+)\\s*+}";
    private static final Pattern UNTIL = Pattern.compile(LESS + TIME);
    private static final Pattern FROM = Pattern.compile(GREATER + TIME);

    private CloudFrontPolicy() {}

    /** Empty where the policy cannot be decoded, or does not name each of its times once and plainly. */
    static Optional<Validity> validity(String encoded) {
        String json;
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(encoded.replace('-', '+').replace('_', '=').replace('~', '/'));
            json = new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Optional<Instant> from = only(FROM, GREATER, json);
        return json.contains(GREATER) && from.isEmpty()
                ? Optional.empty()
                : only(UNTIL, LESS, json).map(until -> new Validity("CloudFront", from, until));
    }

    private static Optional<Instant> only(Pattern pattern, String name, String json) {
        Matcher matcher = pattern.matcher(json);
        boolean once = json.indexOf(name) == json.lastIndexOf(name);
        return once && matcher.find()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }
}
