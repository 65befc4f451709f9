package io.mediapreflight.spring;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.UploadCheck;
import io.mediapreflight.UploadCheckBuilder;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Receives the body of a request, and refuses it as soon as that is certain, mostly with its first 4 KiB:
 *
 * <pre>{@code
 * @PostMapping("/videos")
 * void upload(HttpServletRequest request) throws IOException {
 *     try (OutputStream out = store.newUpload()) {
 *         uploads.receive(request, Subject.video(Orientation.VIDEO), out);
 *     }
 * }
 * }</pre>
 *
 * <p>Memory is bounded for each upload. It looks at headers; where FFmpeg is to decode uploads, too, check the stored file after that.
 */
public final class CheckedUploads {
    private static final int CHUNK = 1 << 14;

    private final Preflight preflight;
    private final boolean allowWarnings;
    private final UploadObservations observations;

    CheckedUploads(Preflight preflight, boolean allowWarnings, UploadObservations observations) {
        this.preflight = preflight;
        this.allowWarnings = allowWarnings;
        this.observations = observations;
    }

    /**
     * Receives the body of a request. Its media type and length are those that the client declares.
     *
     * @param store receives the bytes as they arrive, also of an upload that is refused later: keep them only if this returns; it is left open
     * @return what passed
     * @throws MediaRefusedException for an upload that does not comply; the rest of it is not read
     * @throws IOException where the body cannot be read, or not be stored
     */
    public MediaVerdict receive(HttpServletRequest request, Subject subject, OutputStream store) throws IOException {
        Optional<String> type = Optional.ofNullable(request.getContentType());
        long length = request.getContentLengthLong();
        return receive(
                request.getInputStream(),
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                type.map(subject::declaredAs).orElse(subject),
                store);
    }

    /**
     * The same for any stream, which is left open.
     *
     * @param declaredBytes how long it is said to be, 0 or more; empty where that is not known
     */
    public MediaVerdict receive(InputStream body, OptionalLong declaredBytes, Subject subject, OutputStream store)
            throws IOException {
        MediaVerdict verdict =
                observations.observe(UploadObservations.Way.BODY, () -> received(body, declaredBytes, subject, store));
        boolean accepted = verdict.passed() || (allowWarnings && verdict.outcome() == Outcome.WARN);
        if (!accepted) {
            throw new MediaRefusedException(verdict);
        }
        return verdict;
    }

    private MediaVerdict received(InputStream body, OptionalLong declaredBytes, Subject subject, OutputStream store)
            throws IOException {
        UploadCheckBuilder builder = UploadCheck.builder(preflight, subject);
        declaredBytes.ifPresent(builder::declaredBytes);
        try (UploadCheck upload = builder.build()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                Optional<MediaVerdict> refused = upload.write(ByteBuffer.wrap(chunk, 0, read));
                if (refused.isPresent()) {
                    return refused.get();
                }
                store.write(chunk, 0, read);
            }
            return upload.finish();
        }
    }
}
