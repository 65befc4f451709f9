package io.mediapreflight.submit;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A URL that names the same object each time it is signed, though its query differs each time. */
final class UnsignedUrl {
    /** AWS Signature Version 4 and Google's V4: no other parameter has these names. */
    private static final List<String> PREFIXES = List.of("x-amz-", "x-goog-");

    /** Azure's shared access signatures; of these names only {@code sig} is telling, so it must be there. */
    private static final Set<String> AZURE = Set.of(
            "sv", "ss", "srt", "sr", "se", "sp", "st", "spr", "sip", "si", "sig", "skoid", "sktid", "skt", "ske", "sks",
            "skv", "saoid", "suoid", "scid", "sdd", "ses");

    /** CloudFront, S3 Signature Version 2 and Google's V2: {@code Signature} must be there, and who signed. */
    private static final Set<String> SIGNED = Set.of(
            "signature", "expires", "policy", "key-pair-id", "hash-algorithm", "awsaccesskeyid", "googleaccessid");

    private static final Set<String> SIGNERS = Set.of("key-pair-id", "awsaccesskeyid", "googleaccessid");

    private UnsignedUrl() {}

    /** The URL without the parameters that signing adds; any other URL as it is. */
    static String withoutSignature(String url) {
        int hash = url.indexOf('#');
        int end = hash < 0 ? url.length() : hash;
        int query = url.indexOf('?');
        if (query < 0 || query > end) {
            return url;
        }
        List<String> parameters = Arrays.asList(url.substring(query + 1, end).split("&", -1));
        Set<String> names = parameters.stream().map(UnsignedUrl::name).collect(Collectors.toSet());
        Set<String> dropped = new HashSet<>();
        if (names.contains("sig") && names.contains("sv")) {
            dropped.addAll(AZURE);
        }
        if (names.contains("signature") && names.stream().anyMatch(SIGNERS::contains)) {
            dropped.addAll(SIGNED);
        }
        List<String> kept = parameters.stream()
                .filter(parameter -> !dropped.contains(name(parameter)))
                .filter(parameter -> PREFIXES.stream().noneMatch(name(parameter)::startsWith))
                .toList();
        if (kept.size() == parameters.size()) {
            return url;
        }
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + url.substring(end);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
