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

    /** What became of the request; a verdict on its file where that could not be read. */
    public Verdict judge() throws UsageException {
        long start = System.nanoTime();
        boolean standardInput = files.request().equals(CheckOptions.STANDARD_INPUT);
        SourceName source = standardInput ? SourceName.standardInput() : SourceName.of(files.request());
        try {
            byte[] body = standardInput ? in.readNBytes(MAX_BYTES) : bytes(files.request());
            ReadRequest read = RequestJson.read(body, files.allowUnknown());
            return preflight
                    .check(read.request(), read.defects(), files.media())
                    .named(source)
                    .withMedia(this::asGiven);
        } catch (NotARegularFileException e) {
            Phrase why = Phrase.of(e.isDirectory() ? "access.directory-for-file" : "access.special");
            return preflight.unreadable(source, why, Fix.of(Phrase.of("fix.regular-file")), System.nanoTime() - start);
        } catch (InvalidPathException e) {
            return unreadable(source, Phrase.of("access.impossible-name"), start);
        } catch (IOException e) {
            return e instanceof NoSuchFileException || e instanceof AccessDeniedException
                    ? preflight.unreadable(source, e, System.nanoTime() - start)
                    : unreadable(source, Phrase.of("access.failed").with("reason", Diagnostics.reason(e)), start);
        }
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
