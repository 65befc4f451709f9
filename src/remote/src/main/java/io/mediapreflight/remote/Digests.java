package io.mediapreflight.remote;

import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Digests of a whole file, as servers give them: {@code Repr-Digest} (RFC 9530), {@code Digest} (RFC 3230), {@code Content-MD5} of a
 * whole response, Google's and Azure's own headers, and the entity tag of S3 where it plainly is one.
 */
final class Digests {
    private static final int MAX_LENGTH = 1024;
    private static final int MD5_DIGITS = 32;

    /** By their names in headers, with how many bytes they have. */
    private static final Map<String, Integer> BYTES = Map.of("MD5", 16, "SHA-256", 32, "SHA-512", 64);

    private final Map<String, String> found = new HashMap<>();

    private Digests() {}

    /** @param isWhole whether the body of the response is the whole file */
    static Map<String, String> of(Response response, boolean isWhole) {
        Digests digests = new Digests();
        digests.addList(response.header("Repr-Digest"));
        digests.addList(response.header("Digest"));
        digests.addList(response.header("x-goog-hash"));
        response.header("x-ms-blob-content-md5").ifPresent(value -> digests.add("MD5", value));
        if (isWhole) {
            response.header("Content-MD5").ifPresent(value -> digests.add("MD5", value));
        }
        digests.addS3(response);
        return Map.copyOf(digests.found);
    }

    /** {@code sha-256=:…:, md5=…}. */
    private void addList(Optional<String> header) {
        if (header.isEmpty() || header.get().length() > MAX_LENGTH) {
            return;
        }
        for (String part : header.get().split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = part.substring(equals + 1).trim();
                boolean isItem = value.length() > 2 && value.startsWith(":") && value.endsWith(":");
                add(part.substring(0, equals).trim(), isItem ? value.substring(1, value.length() - 1) : value);
            }
        }
    }

    private void add(String name, String base64) {
        String algorithm = name.toUpperCase(Locale.ROOT);
        Integer length = BYTES.get(algorithm);
        if (length == null || base64.length() > MAX_LENGTH) {
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == length) {
                found.putIfAbsent(algorithm, HexFormat.of().formatHex(bytes));
            }
        } catch (IllegalArgumentException e) {
            // A digest that cannot be read says nothing.
        }
    }

    /** Of an object that was put in one part and is not encrypted by a key of its own, as the other headers show. */
    private void addS3(Response response) {
        Optional<String> tag = response.header("ETag");
        boolean isS3 = response.header("x-amz-request-id").isPresent();
        boolean isPlain = response.header("x-amz-server-side-encryption")
                        .filter(value -> !value.equals("AES256"))
                        .isEmpty()
                && response.header("x-amz-server-side-encryption-customer-algorithm")
                        .isEmpty();
        if (isS3 && isPlain && tag.isPresent() && isMd5(tag.get())) {
            found.putIfAbsent("MD5", tag.get().substring(1, MD5_DIGITS + 1));
        }
    }

    private static boolean isMd5(String tag) {
        return tag.length() == MD5_DIGITS + 2
                && tag.startsWith("\"")
                && tag.endsWith("\"")
                && tag.substring(1, MD5_DIGITS + 1)
                        .chars()
                        .allMatch(c -> ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'));
    }
}
