package io.mediapreflight.request.url;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The query parameters by which URLs are signed, under their names in lower case: which of them give the end of a signature, and
 * what differs each time the same object is signed.
 */
public final class SigningParameters {
    /** The fourth version of a signature has a date and a span, by the prefix of its parameters. */
    static final List<Map.Entry<String, String>> DATE_AND_SPAN = List.of(
            Map.entry("x-amz", "S3"),
            Map.entry("x-goog", "Google Cloud Storage"),
            Map.entry("x-oss", "Alibaba Cloud OSS"));

    /** Beside {@code Expires} each of these says who signed it. */
    static final List<Map.Entry<String, String>> SIGNERS = List.of(
            Map.entry("googleaccessid", "Google Cloud Storage"),
            Map.entry("awsaccesskeyid", "S3"),
            Map.entry("key-pair-id", "CloudFront"),
            Map.entry("ossaccesskeyid", "Alibaba Cloud OSS"));

    /** No other parameter begins like these. */
    private static final List<String> PREFIXES = List.of("x-amz-", "x-goog-");

    /** By name: {@code x-oss-process} and similar ones change what is fetched. */
    private static final Set<String> OSS = Set.of(
            "x-oss-signature-version",
            "x-oss-credential",
            "x-oss-date",
            "x-oss-expires",
            "x-oss-signature",
            "x-oss-additional-headers",
            "x-oss-security-token");

    /** Shared access signatures; of these names only {@code sig} is distinctive, so it must be there. */
    private static final Set<String> AZURE = Set.of(
            "sv", "ss", "srt", "sr", "se", "sp", "st", "spr", "sip", "si", "sig", "skoid", "sktid", "skt", "ske", "sks",
            "skv", "saoid", "suoid", "scid", "sdd", "ses");

    /** Beside {@code Signature} and the one who signed. */
    private static final Set<String> SIGNED =
            Set.of("signature", "expires", "policy", "hash-algorithm", "security-token");

    /** Of Azure and CloudFront; other names beside them hold times and versions. */
    private static final Set<String> SECRET = Set.of("sig", "policy");

    /** Other stores name theirs alike: {@code q-signature}, {@code x-tos-credential}. */
    private static final List<String> SECRET_ENDINGS = List.of("signature", "-credential", "security-token");

    private SigningParameters() {}

    /** The name of a parameter as it stands in a query, escapes decoded, in lower case. */
    public static String name(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        return Percent.decoded(name).orElse(name).toLowerCase(Locale.ROOT);
    }

    /** Those of the names, as {@link #name} has them, that signing has added. */
    public static Set<String> among(Collection<String> names) {
        Set<String> signing = new HashSet<>();
        if (isAzure(names)) {
            signing.addAll(AZURE);
        }
        if (names.contains("signature") && SIGNERS.stream().anyMatch(signer -> names.contains(signer.getKey()))) {
            signing.addAll(SIGNED);
            SIGNERS.forEach(signer -> signing.add(signer.getKey()));
        }
        signing.addAll(OSS);
        signing.retainAll(names);
        names.stream()
                .filter(name -> PREFIXES.stream().anyMatch(name::startsWith))
                .forEach(signing::add);
        return signing;
    }

    /**
     * Whether the value of a parameter is not to be shown where it stands in a text that is not ours, and perhaps in no URL at all:
     * by its name alone, since the parameters beside it may be cut off.
     *
     * @param name in lower case
     */
    public static boolean isSecret(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith)
                || OSS.contains(name)
                || SIGNERS.stream().anyMatch(signer -> signer.getKey().equals(name))
                || SECRET.contains(name)
                || SECRET_ENDINGS.stream().anyMatch(name::endsWith);
    }

    static boolean isAzure(Collection<String> names) {
        return names.contains("sig") && (names.contains("sv") || names.contains("se"));
    }
}
