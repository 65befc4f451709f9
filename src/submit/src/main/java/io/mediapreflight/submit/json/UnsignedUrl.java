package io.mediapreflight.submit.json;

import io.mediapreflight.request.url.SigningParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A URL that names the same object each time it is signed, though its query differs each time. */
final class UnsignedUrl {
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
        Set<String> dropped = SigningParameters.among(
                parameters.stream().map(SigningParameters::name).toList());
        List<String> kept = parameters.stream()
                .filter(parameter -> !dropped.contains(SigningParameters.name(parameter)))
                .toList();
        if (kept.size() == parameters.size()) {
            return url;
        }
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + url.substring(end);
    }
}
