package io.mediapreflight.spring;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BlockSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.validation.ValueCheck;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Checks what the container has spooled: it is read where it lies, and only its headers. */
final class MultipartFileCheck implements ValueCheck {
    private final UploadObservations observations;

    MultipartFileCheck(UploadObservations observations) {
        this.observations = observations;
    }

    @Override
    public Optional<MediaVerdict> check(Object value, Preflight preflight, Subject subject) {
        return value instanceof MultipartFile file
                ? Optional.of(observed(file, preflight, described(subject, file)))
                : Optional.empty();
    }

    private MediaVerdict observed(MultipartFile file, Preflight preflight, Subject subject) {
        long start = System.nanoTime();
        try {
            return observations.observe(UploadObservations.Way.MULTIPART, () -> checked(file, preflight, subject));
        } catch (IOException e) {
            return preflight.unreadable(SourceName.none(), e, System.nanoTime() - start);
        }
    }

    private static Subject described(Subject subject, MultipartFile file) {
        Subject described = subject;
        @Nullable String name = file.getOriginalFilename();
        if (name != null && !name.isEmpty()) {
            described = described.named(name);
        }
        @Nullable String type = file.getContentType();
        return type == null ? described : described.declaredAs(type);
    }

    private static MediaVerdict checked(MultipartFile file, Preflight preflight, Subject subject) throws IOException {
        if (!preflight.isExamining()) {
            Source source = RangedSource.of(file.getSize(), (offset, into) -> read(file, offset, into));
            return preflight.check(BlockSource.of(source), subject);
        }
        try (TemporaryEntry copy =
                TemporaryEntry.file(Path.of(System.getProperty("java.io.tmpdir")), "preflight-upload-")) {
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, copy.path(), StandardCopyOption.REPLACE_EXISTING);
            }
            SourceName name = subject.name().map(SourceName::of).orElseGet(SourceName::none);
            return preflight.check(copy.path(), subject).named(name);
        }
    }

    /** A stream of a container passes over bytes by moving in its file. */
    private static int read(MultipartFile file, long offset, ByteBuffer into) throws IOException {
        try (InputStream in = file.getInputStream()) {
            in.skipNBytes(offset);
            byte[] bytes = in.readNBytes(into.remaining());
            into.put(bytes);
            return bytes.length == 0 ? -1 : bytes.length;
        } catch (EOFException e) {
            return -1;
        }
    }
}
