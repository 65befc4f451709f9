package io.mediapreflight.submit.upload;

import io.mediapreflight.ClearedCopy;
import io.mediapreflight.LocalCopy;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.source.SourceInputStream;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.Slot;
import java.io.IOException;
import java.io.InputStream;

/**
 * Local media that are to be put where the service can fetch them.
 *
 * @param slot the place in the request that they are for
 * @param copy where their bytes are
 * @param digest of the bytes, with their size
 * @param format by content
 */
public record Upload(Slot slot, LocalCopy copy, SourceDigest digest, Format format) {
    /** The name under which they are put: the digest, and the extension of the format. Equal bytes have equal names. */
    public String name() {
        return digest.sha256() + "." + format.extensions().get(0);
    }

    /** What a server is to say of their content. */
    public String mediaType() {
        String subtype =
                switch (format) {
                    case MOV -> "quicktime";
                    case MKV -> "x-matroska";
                    case THREE_GP -> "3gpp";
                    default -> format.id();
                };
        return format.kind().id() + "/" + subtype;
    }

    /** As the request will have them. */
    public ClearedCopy asCopy() {
        return new ClearedCopy(RequestField.urlPath(slot, 0), copy, digest);
    }

    /**
     * The bytes, once more from the first to the last.
     *
     * @throws IOException where they can no longer be read. That they are others than those of the digest shows only in their digest
     */
    public InputStream open() throws IOException {
        return copy.source().isPresent()
                ? SourceInputStream.of(GuardedSource.of(copy.source().get()))
                : SourceInputStream.owning(FileSource.open(copy.file().orElseThrow()));
    }
}
