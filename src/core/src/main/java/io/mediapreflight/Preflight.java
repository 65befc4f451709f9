package io.mediapreflight;

import io.mediapreflight.opinion.SecondOpinion;
import io.mediapreflight.probe.HeaderProbe;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.JpegProbe;
import io.mediapreflight.probe.image.PngProbe;
import io.mediapreflight.probe.mp4.Mp4Probe;
import io.mediapreflight.probe.other.OtherProbe;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.RequestRules;
import io.mediapreflight.rule.Rules;
import io.mediapreflight.rule.ShapeAdvice;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Judges images and videos by their headers, before they are uploaded and before anything is paid for:
 *
 * <pre>{@code
 * Preflight preflight = Preflight.standard();
 * Verdict verdict = preflight.check(Path.of("dance.mp4"), Subject.video(Orientation.IMAGE));
 * if (!verdict.passed()) verdict.findings().forEach(finding -> log.warn(finding.message()));
 * }</pre>
 *
 * <p>Immutable, and safe for use by any number of threads. A check reads some KiB at most, decodes nothing, opens no
 * other file, and never throws for what a file holds or for a file that cannot be read: both are findings.
 */
public final class Preflight {
    private static final List<HeaderProbe> PROBES =
            List.of(new JpegProbe(), new PngProbe(), new Mp4Probe(), new OtherProbe());

    private final Limits limits;
    private final Rules rules;
    private final Clock clock;
    private final Examining examining;

    private Preflight(Limits limits, Clock clock, Examining examining) {
        this.limits = limits;
        this.clock = clock;
        this.examining = examining;
        this.rules = new Rules(limits);
    }

    /** Judges by the limits of {@code kling/kling-v3-motion-control}. */
    public static Preflight standard() {
        return with(Limits.klingV3MotionControl());
    }

    /** Judges by limits of your own. */
    public static Preflight with(Limits limits) {
        return with(limits, Clock.systemUTC());
    }

    /** Judges by limits of your own, and by a clock: presigned URLs and clearances expire. */
    public static Preflight with(Limits limits, Clock clock) {
        return new Preflight(limits, clock, Examining.NONE);
    }

    /**
     * The same, with a decoder that is asked about every file whose headers make sense. Only files are examined, not the bytes of
     * other sources. The caller closes the examiner, where it is to be closed.
     */
    public Preflight examinedBy(Examiner value) {
        return new Preflight(limits, clock, examining.decodingWith(value));
    }

    /**
     * The same, with a reader of metadata that is asked about all media whose headers make sense. What it says is advice.
     */
    public Preflight withMetadata(MetadataReader value) {
        return new Preflight(limits, clock, examining.readingWith(value));
    }

    public Limits limits() {
        return limits;
    }

    /** Judges a file for the slot that its extension names. */
    public Verdict check(Path file) {
        return check(file, Subject.anything());
    }

    /** Judges a file. Where the subject has no name, it has the file's. */
    public Verdict check(Path file, Subject subject) {
        Path name = file.getFileName();
        Subject named = subject.name().isPresent() || name == null ? subject : subject.named(name.toString());
        Inspection inspection = inspect(file);
        return judge(inspection, examine(file, inspection), named);
    }

    /** Judges the bytes of any source, which is left open. */
    public Verdict check(Source source, Subject subject) {
        Inspection inspection = inspect(source);
        return judge(inspection, examine(source, inspection), subject);
    }

    /** Looks at a file without judging it, for whoever keeps what was seen and judges it later, or more than once. */
    public Inspection inspect(Path file) {
        long start = System.nanoTime();
        try (FileSource source = FileSource.open(file)) {
            return inspect(source, start);
        } catch (IOException e) {
            return new Inspection.Unreadable(e, 0, System.nanoTime() - start);
        }
    }

    /** Looks at the bytes of any source, which is left open. */
    public Inspection inspect(Source source) {
        return inspect(source, System.nanoTime());
    }

    /** Whether there is an examiner, who opens files by their names. */
    public boolean isExamining() {
        return examining.decoder().isPresent();
    }

    /** Whether there is a reader of metadata. */
    public boolean isReadingMetadata() {
        return examining.metadata().isPresent();
    }

    /**
     * Has a file examined that was looked at.
     *
     * @return empty where there is neither an examiner nor a reader of metadata, or the headers promise nothing that could be
     *     looked behind
     */
    public Optional<Examination> examine(Path file, Inspection inspection) {
        return examining.examine(file, inspection);
    }

    /** The same for a source that is no file: no examiner is asked, only a reader of metadata. */
    public Optional<Examination> examine(Source source, Inspection inspection) {
        return examining.examine(source, inspection);
    }

    /**
     * Judges what was seen: the same as a check, without the bytes. The time it tells is that of the looking: the rules take
     * a tenth of a microsecond.
     */
    public Verdict judge(Inspection inspection, Subject subject) {
        return judge(inspection, Optional.empty(), subject);
    }

    /** The same, with what came of examining the file. */
    public Verdict judge(Inspection inspection, Optional<Examination> examination, Subject subject) {
        if (inspection instanceof Inspection.Seen seen) {
            Optional<SecondOpinion> opinion = examination.flatMap(Examination::opinion);
            return new Verdict(
                    Optional.of(seen.probed()),
                    Optional.of(seen.bytes()),
                    opinion,
                    rules.judge(seen.probed(), seen.bytes(), subject, opinion).worstFirst(),
                    examination.map(Examination::advice).orElse(List.of()),
                    limits,
                    seen.bytesRead(),
                    seen.elapsedNanos()
                            + examination.map(Examination::elapsedNanos).orElse(0L));
        }
        IOException cause = ((Inspection.Unreadable) inspection).cause();
        Finding finding = new Finding(
                RuleId.FILE_ACCESS, Outcome.UNKNOWN, reason(cause), RuleId.FILE_ACCESS.bound(limits), remedy(cause));
        return new Verdict(
                Optional.empty(),
                Optional.empty(),
                List.of(finding),
                limits,
                inspection.bytesRead(),
                inspection.elapsedNanos());
    }

    /**
     * Judges a request together with the local files that its URLs will serve. The media behind a URL are not fetched: a
     * medium without a file is unknown.
     *
     * @param defects what the reader of its JSON found; none for a request that was built in code
     */
    public RequestVerdict check(GenerationRequest request, List<RequestDefect> defects, LocalMedia media) {
        return RequestCheck.of(this, request, defects, media, clock.instant());
    }

    /**
     * Compares the shapes of an image and a film that are meant for each other, by their headers alone. A check of a request
     * does so by itself.
     *
     * @return advice where one is shown as portrait and the other as landscape; empty also where one of them is no such
     *     medium, or could not be read
     */
    public static Optional<Advice> adviseOnShapes(Verdict image, Verdict video) {
        return image.facts().orElse(null) instanceof ImageFacts character
                        && video.facts().orElse(null) instanceof VideoFacts motion
                ? ShapeAdvice.of(character, motion)
                : Optional.empty();
    }

    /**
     * Judges what a request without URLs says beside its media, which are judged each by itself.
     *
     * @param defects what the reader of the draft found
     * @return every rule that did not pass, worst first
     */
    public List<Finding> judge(RequestDraft draft, List<RequestDefect> defects) {
        return RequestRules.judge(limits, draft, defects).worstFirst();
    }

    /**
     * Clears a request for submission, if it passed, and computes the digests of its local media.
     *
     * @param acceptWarnings whether {@link Outcome#WARN} is good enough; what is unknown or fails is never cleared
     * @throws IOException where a file cannot be read, and that tells nothing of what it holds
     */
    public Clearance clear(RequestVerdict verdict, boolean acceptWarnings) throws IOException {
        return new Clearing(this, clock, verdict).clear(acceptWarnings);
    }

    private Inspection inspect(Source source, long start) {
        ByteBuffer buffer = BufferPool.take();
        long bytesRead = 0;
        try {
            Window window = new Window(source, buffer);
            try {
                Probed probed = probe(window);
                measure(window, limits.imageSize());
                measure(window, limits.videoSize());
                return new Inspection.Seen(probed, window.size(), window.bytesRead(), System.nanoTime() - start);
            } finally {
                bytesRead = window.bytesRead();
            }
        } catch (IOException e) {
            return new Inspection.Unreadable(e, bytesRead, System.nanoTime() - start);
        } finally {
            BufferPool.giveBack(buffer);
        }
    }

    /** Where the size is not known, one byte at each reading of the limit tells what is needed of it. */
    private static void measure(Window window, SizeLimit limit) throws IOException {
        if (!window.knowsSize() && window.exists(limit.strictBytes())) {
            window.exists(limit.generousBytes());
        }
    }

    private static Probed probe(Window window) throws IOException {
        try {
            for (HeaderProbe probe : PROBES) {
                if (probe.matches(window)) {
                    return probe.probe(window);
                }
            }
        } catch (MalformedException e) {
            return Probed.unrecognised(e.malformed());
        }
        return Probed.unrecognised(Malformed.broken(
                MalformedCode.UNKNOWN_FORMAT, 0, "the content is of no format known here", "every format"));
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "it may not be read";
        }
        if (e instanceof NotARegularFileException special) {
            return special.isDirectory()
                    ? "it is a directory, which is for `preflight audit`"
                    : "it is a pipe, a socket or a device";
        }
        if (e instanceof ClosedByInterruptException) {
            return "the reading was interrupted";
        }
        // A file system's message begins with the name, which may hold anything; its reason does not.
        String message = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static Fix remedy(IOException e) {
        boolean isFolder = e instanceof NotARegularFileException special && special.isDirectory();
        return new Fix(isFolder ? "Name the files in it." : RuleId.FILE_ACCESS.remedy(), List.of());
    }
}
