package io.mediapreflight.cli.check;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.RequestFiles;
import io.mediapreflight.report.MediumResult;
import io.mediapreflight.report.RequestResult;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.submit.ReadRequest;
import io.mediapreflight.submit.RequestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a request and judges it together with its local media. */
public final class RequestJudge {
    /** More than the reader of the JSON takes, so that it is the one to say what is too long. */
    private static final int MOST_BYTES = (1 << 20) + 1;

    private final Preflight preflight;
    private final RequestFiles files;
    private final InputStream in;

    public RequestJudge(Preflight preflight, RequestFiles files, InputStream in) {
        this.preflight = preflight;
        this.files = files;
        this.in = in;
    }

    /**
     * What was found.
     *
     * @param request the result; empty where the request could not be read
     * @param verdict what it comes from, and what can be cleared; empty likewise
     * @param unreadable why not, as a result
     */
    public record Judged(
            Optional<RequestResult> request, Optional<RequestVerdict> verdict, Optional<Result> unreadable) {
        Outcome outcome() {
            return verdict.map(RequestVerdict::outcome).orElse(Outcome.UNKNOWN);
        }
    }

    public Judged judge() throws UsageException {
        long start = System.nanoTime();
        boolean standardInput = files.request().equals(CheckOptions.STANDARD_INPUT);
        SourceName source = standardInput ? SourceName.standardInput() : SourceName.of(files.request());
        try {
            byte[] body = standardInput ? in.readNBytes(MOST_BYTES) : bytes(files.request());
            ReadRequest read = RequestJson.read(body, files.allowUnknown());
            RequestVerdict verdict = preflight.check(read.request(), read.defects(), files.media());
            RequestResult result = new RequestResult(
                    source, verdict.findings(), media(verdict), verdict.advice(), System.nanoTime() - start);
            return new Judged(Optional.of(result), Optional.of(verdict), Optional.empty());
        } catch (NotARegularFileException e) {
            return unreadable(
                    source, e.isDirectory() ? "it is a directory" : "it is a pipe, a socket or a device", start);
        } catch (InvalidPathException e) {
            return unreadable(source, "no file can have this name", start);
        } catch (IOException e) {
            return unreadable(source, "it could not be read: " + Diagnostics.reason(e), start);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "empty");
        }
        try (FileSource source = FileSource.open(PathNames.path(name))) {
            ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = source.read(buffer.position(), buffer);
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }

    private Judged unreadable(SourceName source, String why, long start) {
        Finding finding = new Finding(
                RuleId.FILE_ACCESS,
                Outcome.UNKNOWN,
                why,
                RuleId.FILE_ACCESS.bound(preflight.limits()),
                new Fix(RuleId.FILE_ACCESS.remedy(), List.of()));
        Verdict verdict = new Verdict(
                Optional.empty(), Optional.empty(), List.of(finding), preflight.limits(), 0, System.nanoTime() - start);
        return new Judged(Optional.empty(), Optional.empty(), Optional.of(new Result(source, verdict)));
    }

    /** Each medium under the name of its file as it was given, else under its URL. */
    private List<MediumResult> media(RequestVerdict verdict) {
        GenerationRequest request = verdict.request();
        List<MediaReference> references = Stream.concat(
                        request.referenceImages().stream(), request.referenceVideos().stream())
                .toList();
        List<MediumResult> results = new ArrayList<>();
        for (int i = 0; i < verdict.media().size(); i++) {
            MediaVerdict medium = verdict.media().get(i);
            boolean image = i < request.referenceImages().size();
            String name = medium.file().isPresent()
                    ? (image ? files.image() : files.video()).orElse("")
                    : references.get(i).toString();
            results.add(new MediumResult(medium.path(), new Result(SourceName.of(name), medium.verdict())));
        }
        return results;
    }
}
