package io.mediapreflight.cli.check;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.json.ReadRequest;
import io.mediapreflight.submit.json.RequestJson;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;

/** Reads a request and judges it together with its local media. */
public final class RequestJudge {
    /** More than the reader of the JSON takes, so that it is the one to say what is too long. */
    private static final int MAX_BYTES = JsonReader.MAX_BYTES + 1;

    private final Preflight preflight;
    private final RequestFiles files;
    private final InputStream in;

    public RequestJudge(Preflight preflight, RequestFiles files, InputStream in) {
        this.preflight = preflight;
        this.files = files;
        this.in = in;
    }

    /**
     * A request that was read, or the verdict on its file.
     *
     * @param source its name
     * @param request empty where the file could not be read
     * @param unreadable why that is so
     */
    public record Reading(SourceName source, Optional<ReadRequest> request, Optional<Verdict> unreadable) {}

    /** What became of the request; a verdict on its file where that could not be read. */
    public Verdict judge() throws UsageException {
        Reading reading = read();
        if (reading.request().isEmpty()) {
            return reading.unreadable().orElseThrow();
        }
        ReadRequest read = reading.request().get();
        return preflight
                .check(read.request(), read.defects(), files.media())
                .named(reading.source())
                .withMedia(this::asGiven);
    }

    /** Reads it without judging it. */
    public Reading read() {
        long start = System.nanoTime();
        boolean standardInput = files.request().equals(CheckOptions.STANDARD_INPUT);
        SourceName source = standardInput ? SourceName.standardInput() : SourceName.of(files.request());
        try {
            byte[] body = standardInput ? in.readNBytes(MAX_BYTES) : bytes(files.request());
            return new Reading(source, Optional.of(RequestJson.read(body, files.allowUnknown())), Optional.empty());
        } catch (NotARegularFileException e) {
            Phrase why = Phrase.of(e.isDirectory() ? "access.directory-for-file" : "access.special");
            Fix fix = Fix.of(Phrase.of("fix.regular-file"));
            return unreadable(source, preflight.unreadable(source, why, fix, System.nanoTime() - start));
        } catch (InvalidPathException e) {
            return unreadable(source, unreadable(source, Phrase.of("access.impossible-name"), start));
        } catch (IOException e) {
            Verdict verdict = e instanceof NoSuchFileException || e instanceof AccessDeniedException
                    ? preflight.unreadable(source, e, System.nanoTime() - start)
                    : unreadable(source, Phrase.of("access.failed").with("reason", Diagnostics.reason(e)), start);
            return unreadable(source, verdict);
        }
    }

    private static Reading unreadable(SourceName source, Verdict verdict) {
        return new Reading(source, Optional.empty(), Optional.of(verdict));
    }

    private static byte[] bytes(String name) throws IOException {
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "empty");
        }
        try (FileSource source = FileSource.open(PathNames.path(name))) {
            ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = source.read(buffer.position(), buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    private Verdict unreadable(SourceName source, Phrase why, long start) {
        return preflight.unreadable(source, why, Fix.of(RuleId.FILE_ACCESS), System.nanoTime() - start);
    }

    /** A local file under its name as it was given: a path may spell it otherwise. */
    private MediaVerdict asGiven(MediaVerdict item) {
        Optional<String> path = item.path();
        Optional<String> name = Optional.empty();
        if (path.equals(Optional.of(RequestField.urlPath(Slot.IMAGE, 0)))) {
            name = files.image();
        } else if (path.equals(Optional.of(RequestField.urlPath(Slot.VIDEO, 0)))) {
            name = files.video();
        }
        return name.map(given -> item.named(SourceName.of(given))).orElse(item);
    }
}
