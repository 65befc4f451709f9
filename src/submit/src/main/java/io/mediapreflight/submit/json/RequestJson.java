package io.mediapreflight.submit.json;

import io.mediapreflight.request.GenerationRequest;

/**
 * The JSON of a request, read strictly and written in one way.
 *
 * <pre>{@code
 * ReadRequest read = RequestJson.read(Files.readAllBytes(Path.of("request.json")), false);
 * RequestVerdict verdict = preflight.check(read.request(), read.defects(), media);
 * }</pre>
 */
public final class RequestJson {
    private RequestJson() {}

    /**
     * Reads a body. Whatever is wrong with it is a defect, never an exception.
     *
     * @param allowUnknown whether unknown fields are sent unchanged, since the service may know more: they
     *     are then no defects. Otherwise each is a defect, and is kept nevertheless
     */
    public static ReadRequest read(byte[] body, boolean allowUnknown) {
        return new RequestReader(allowUnknown).read(body);
    }

    /**
     * The bytes that are sent. Fields stand in the order of the page, and one that is absent is left out: a cleared request has
     * its defaults written out. Unknown fields follow as they stood.
     */
    public static byte[] write(GenerationRequest request) {
        return RequestWriter.asSent(request);
    }

    /**
     * The bytes that distinguish one request from another: like {@link #write}, but members sorted by name at every depth, numbers and
     * URLs in one spelling, no empty prompt, and without what changes each time a presigned URL is signed (signature,
     * expiry, signer).
     */
    public static byte[] canonical(GenerationRequest request) {
        return RequestWriter.canonical(request);
    }
}
