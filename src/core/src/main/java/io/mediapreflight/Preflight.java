package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Rule;
import io.mediapreflight.rule.Rules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks images and videos by their headers, before they are uploaded and paid for:
 *
 * <pre>{@code
 * Preflight preflight = Preflight.standard();
 * Verdict verdict = preflight.check(Path.of("dance.mp4"), Subject.video(Orientation.IMAGE));
 * if (!verdict.passed()) verdict.findings().forEach(finding -> log.warn(finding.message()));
 * }</pre>
 *
 * <p>Immutable, and safe for use by any number of threads. A check reads a few KiB, decodes nothing and opens no other
 * file. It never throws because of a file's content, or because a file cannot be read: both are findings.
 */
public final class Preflight {
    private final Limits limits;
    private final Clock clock;
    private final Examining examining;
    private final Optional<MediaFetcher> fetcher;
    private final Optional<PreflightListener> listener;
    private final List<Rule> ownRules;
    private final MediaJudge judge;

    Preflight(
            Limits limits,
            Clock clock,
            Examining examining,
            Optional<MediaFetcher> fetcher,
            Optional<PreflightListener> listener,
            List<Rule> ownRules) {
        this.limits = limits;
        this.clock = clock;
        this.examining = examining;
        this.fetcher = fetcher;
        this.listener = listener;
        this.ownRules = ownRules;
        this.judge = new MediaJudge(limits, new Rules(limits, ownRules));
    }

    /** Judges by the limits of {@code kling/kling-v3-motion-control}. */
    public static Preflight standard() {
        return builder().build();
    }

    /** Judges by limits of your own. */
    public static Preflight with(Limits limits) {
        return builder().limits(limits).build();
    }

    /** Limits, rules, a decoder, a listener and a clock of your own. */
    public static PreflightBuilder builder() {
        return new PreflightBuilder();
    }

    /** A builder that starts from what this one has. */
    public PreflightBuilder toBuilder() {
        return new PreflightBuilder(limits, clock, examining, fetcher, listener, ownRules);
    }

    /** What it judges by. */
    public Limits limits() {
        return limits;
    }

    /** Judges a file for the slot that its extension names. */
    public MediaVerdict check(Path file) {
        return check(file, Subject.anything());
    }

    /** Judges a file. A subject without a name gets the file's name. */
    public MediaVerdict check(Path file, Subject subject) {
        return reported(judged(file, subject));
    }

    /** Judges the bytes of any source, which is left open. */
    public MediaVerdict check(Source source, Subject subject) {
        return reported(judged(source, subject));
    }

    /**
     * The same, within a time limit: what takes longer is {@link Outcome#UNKNOWN}, even if the file system does not
     * answer. The check runs in a thread of its own, which goes on waiting for a read that does not end.
     *
     * @param timeout more than 0
     */
    public MediaVerdict check(Path file, Subject subject, Duration timeout) {
        SourceName name = SourceName.of(PathNames.text(file));
        return reported(TimedCheck.run(() -> judged(file, subject), timeout, why -> notRead(name, why, timeout)));
    }

    /** The same for any source. After a check that took too long, another thread may still be reading from it. */
    public MediaVerdict check(Source source, Subject subject, Duration timeout) {
        SourceName name = name(subject);
        return reported(TimedCheck.run(() -> judged(source, subject), timeout, why -> notRead(name, why, timeout)));
    }

    /**
     * Judges what a URL serves, by a few ranges of it. Without a {@link PreflightBuilder#fetcher} it is unknown. The name is
     * that of the URL, without what may be secret in it.
     *
     * @param subject where it has no name, it gets the one in the URL's path
     */
    public MediaVerdict check(String url, Subject subject) {
        return reported(new UrlCheck(this, subject).alone(url));
    }

    /** The verdict on media behind a URL that could not be read. */
    MediaVerdict unread(Subject subject, Phrase why, Fix fix, long bytesRead, long elapsedNanos) {
        return judge.unreadable(SourceName.none(), subject, Outcome.UNKNOWN, why, fix, bytesRead, elapsedNanos);
    }

    /** What fetches media from URLs; empty where nothing does. */
    public Optional<MediaFetcher> fetcher() {
        return fetcher;
    }

    Instant now() {
        return clock.instant();
    }

    private MediaVerdict notRead(SourceName name, Phrase why, Duration timeout) {
        return unreadable(name, why, Fix.of(RuleId.FILE_ACCESS), timeout.toNanos());
    }

    /** Judges a file without the listener, which hears of whole checks. */
    MediaVerdict judged(Path file, Subject subject) {
        Path name = file.getFileName();
        Subject named = subject.name().isPresent() || name == null ? subject : subject.named(name.toString());
        Inspection inspection = inspect(file);
        return judge.judge(inspection, examine(file, inspection), named, SourceName.of(PathNames.text(file)));
    }

    /** Judges a source without the listener. */
    MediaVerdict judged(Source source, Subject subject) {
        Inspection inspection = inspect(source);
        if (!(source instanceof RemoteSource remote)) {
            return judge(inspection, examine(source, inspection), subject);
        }
        try {
            return judge(inspection, examine(remote, inspection), subject);
        } catch (IOException e) {
            return judge(new Inspection.Unreadable(e, remote.received(), inspection.elapsedNanos()), subject);
        }
    }

    /** Reads a file's headers without judging it, for callers that judge it later, or more than once. */
    public Inspection inspect(Path file) {
        long start = System.nanoTime();
        try (FileSource source = FileSource.open(file)) {
            return inspect(source, start);
        } catch (IOException e) {
            return new Inspection.Unreadable(e, 0, System.nanoTime() - start);
        }
    }

    /** Reads the headers of any source, which is left open. */
    public Inspection inspect(Source source) {
        Inspection inspection = inspect(source, System.nanoTime());
        return source instanceof RemoteSource remote ? counted(inspection, remote.received()) : inspection;
    }

    /** What came over the network counts, and not what was looked at of it. */
    private static Inspection counted(Inspection inspection, long received) {
        return inspection instanceof Inspection.Seen seen
                ? new Inspection.Seen(seen.probed(), seen.bytes(), received, seen.elapsedNanos())
                : new Inspection.Unreadable(
                        ((Inspection.Unreadable) inspection).cause(), received, inspection.elapsedNanos());
    }

    /** Whether there is an examiner, which opens files by their names. */
    public boolean isExamining() {
        return examining.decoder().isPresent();
    }

    /** Whether there is a reader of metadata. */
    public boolean isReadingMetadata() {
        return examining.metadata().isPresent();
    }

    /**
     * All that {@link #examine} depends on beside the file, as one line, for callers that keep its results.
     *
     * @return empty where nothing is examined, and where an examiner or a reader of metadata has no identity
     */
    public Optional<String> examinationIdentity() {
        return examining.identity();
    }

    /**
     * Examines a file after its headers were read.
     *
     * @return empty without an examiner and a reader of metadata, and for headers without facts
     */
    public Optional<Examination> examine(Path file, Inspection inspection) {
        return examining.examine(file, inspection);
    }

    /** The same for a source that is no file. A decoder that opens files only has no result for it: {@link Examiner#examine(Source, Probed)}. */
    public Optional<Examination> examine(Source source, Inspection inspection) {
        return examining.examine(source, inspection);
    }

    /**
     * The same for bytes at a distance. A decoder opens files by their names, so that they are downloaded for one; what is too large
     * to be downloaded fails anyway, and is not examined.
     *
     * @throws IOException where it cannot be downloaded
     */
    public Optional<Examination> examine(RemoteSource source, Inspection inspection) throws IOException {
        return examining.examine(source, inspection);
    }

    /**
     * Judges an inspection: the same as a check, without reading the bytes again. The elapsed time is that of the
     * inspection: the rules take a tenth of a microsecond.
     */
    public MediaVerdict judge(Inspection inspection, Subject subject) {
        return judge(inspection, Optional.empty(), subject);
    }

    /** The same, with the result of an examination. */
    public MediaVerdict judge(Inspection inspection, Optional<Examination> examination, Subject subject) {
        return judge.judge(inspection, examination, subject, name(subject));
    }

    private static SourceName name(Subject subject) {
        return subject.name().isPresent() ? SourceName.of(subject.name().get()) : SourceName.none();
    }

    /** The verdict on something that could not be read: unknown, with the reason and what to do about it. */
    public MediaVerdict unreadable(SourceName source, IOException cause, long elapsedNanos) {
        return judge.unreadable(
                source,
                Subject.anything(),
                ReadFailure.severity(cause),
                ReadFailure.reason(cause),
                ReadFailure.fix(cause),
                0,
                elapsedNanos);
    }

    /**
     * The verdict on something that cannot be read, or was not: unknown.
     *
     * @param why the reason, such as {@code it cannot be read}
     * @param fix what to do about it
     */
    public MediaVerdict unreadable(SourceName source, Phrase why, Fix fix, long elapsedNanos) {
        return judge.unreadable(source, Subject.anything(), Outcome.UNKNOWN, why, fix, 0, elapsedNanos);
    }

    /**
     * Judges a request together with the local copies of what its URLs serve. With a {@link PreflightBuilder#fetcher}, media
     * without a local copy are read from their URLs, and those with one are compared with what the URLs serve; without one,
     * nothing is fetched, and media without a local copy are unknown.
     *
     * @param defects what the reader of its JSON found; none for a request that was built in code
     */
    public RequestVerdict check(GenerationRequest request, List<RequestDefect> defects, LocalMedia media) {
        return reported(RequestCheck.of(this, request, defects, media, clock.instant()));
    }

    /** The same for a request that was built in code. */
    public RequestVerdict check(GenerationRequest request, LocalMedia media) {
        return check(request, List.of(), media);
    }

    /** The verdict of a whole check, of which the listener hears. */
    <V extends Verdict> V reported(V verdict) {
        if (listener.isPresent()) {
            try {
                listener.get().checked(verdict);
            } catch (Throwable e) { // even an error of a counter, or a checked exception of Kotlin, must not take a
                // verdict away
                return verdict; // as the listener's contract says
            }
        }
        return verdict;
    }

    /**
     * Judges a request that has no URLs yet, together with its media, which were judged each by itself. It cannot be
     * cleared.
     *
     * @param defects what the reader of the draft found
     * @param elapsedNanos how long the judging of the media took
     */
    public RequestVerdict judge(
            RequestDraft draft,
            List<RequestDefect> defects,
            Optional<MediaVerdict> image,
            Optional<MediaVerdict> video,
            long elapsedNanos) {
        return RequestCheck.ofDraft(limits, draft, defects, image, video, elapsedNanos);
    }

    /** Clears a request for submission if every rule passed; see {@link #clear(RequestVerdict, boolean)}. */
    public Clearance clear(RequestVerdict verdict) throws IOException {
        return clear(verdict, false);
    }

    /**
     * Clears a request for submission if it passed, and computes the digests of its local media.
     *
     * @param acceptWarnings whether {@link Outcome#WARN} is good enough; what is unknown or fails is never cleared
     * @throws IOException where a local copy cannot be read; its content is then unknown
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
                Probed probed = Probes.probe(window);
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

    /** Where the size is not known, reading one byte at each reading of the limit is enough to decide. */
    private static void measure(Window window, SizeLimit limit) throws IOException {
        if (!window.knowsSize() && window.exists(limit.strictBytes())) {
            window.exists(limit.generousBytes());
        }
    }
}
