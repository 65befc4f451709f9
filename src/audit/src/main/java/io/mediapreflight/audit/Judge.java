package io.mediapreflight.audit;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.audit.cache.FileState;
import io.mediapreflight.rule.RequestRules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/** Judges one asset after the other: looks it up or opens it, and lets the rules speak. Serves every worker. */
final class Judge {
    private final Preflight preflight;
    private final Subject subject;
    private final Disk disk;
    private final Optional<FactsCache> cache;
    private final Optional<ExaminationCache> examinations;

    Judge(Preflight preflight, Subject subject, Disk disk, Optional<FactsCache> cache) {
        this.preflight = preflight;
        this.subject = subject;
        this.disk = disk;
        this.cache = cache;
        this.examinations = cache.flatMap(
                facts -> preflight.examinationIdentity().map(identity -> new ExaminationCache(facts, identity, disk)));
    }

    /**
     * Whether it is the cache itself. That is no asset, and to open it would harm it: closing a file drops every lock
     * that the process holds on it (POSIX {@code fcntl}), the database's too.
     */
    boolean isOwn(Asset asset) {
        return cache.isPresent()
                && asset instanceof Asset.File file
                && cache.get().isOwn(file.path());
    }

    /** For one worker, which closes it. */
    LastDirectory lastDirectory() {
        return new LastDirectory(disk);
    }

    /**
     * Judges an asset. Whatever happens, there is a result.
     *
     * @param last of the worker that asks
     */
    Verdict judge(Asset asset, LastDirectory last) {
        if (asset instanceof Asset.Media item) {
            return judge(item, subject.named(item.name().fileName()), last);
        }
        long start = System.nanoTime();
        Asset.Request request = (Asset.Request) asset;
        Optional<MediaVerdict> image = request.image().map(item -> judge(item, subject(request, Slot.IMAGE), last));
        Optional<MediaVerdict> video = request.video().map(item -> judge(item, subject(request, Slot.VIDEO), last));
        return verdict(request, image, video, System.nanoTime() - start);
    }

    private RequestVerdict verdict(
            Asset.Request request, Optional<MediaVerdict> image, Optional<MediaVerdict> video, long nanos) {
        return preflight
                .judge(request.draft(), request.defects(), image, video, nanos)
                .named(request.name());
    }

    /** An asset that was not judged, and why. */
    Verdict unusable(Asset asset, IOException cause, long nanos) {
        if (asset instanceof Asset.Request request) {
            return verdict(
                    request,
                    request.image().map(item -> unusable(item, cause, 0)),
                    request.video().map(item -> unusable(item, cause, 0)),
                    nanos);
        }
        return unusable((Asset.Media) asset, cause, nanos);
    }

    private MediaVerdict unusable(Asset.Media item, IOException cause, long nanos) {
        return preflight
                .judge(new Inspection.Unreadable(cause, 0, nanos), subject)
                .named(item.name());
    }

    /** A row says what its media are for; a pair, which has no orientation of its own, takes the audit's. */
    private Subject subject(Asset.Request request, Slot slot) {
        Subject inSlot = subject.forSlot(slot);
        return RequestRules.orientation(request.draft().characterOrientation())
                .map(inSlot::with)
                .orElse(inSlot);
    }

    private MediaVerdict judge(Asset.Media item, Subject named, LastDirectory last) {
        Subject judged =
                named.name().isPresent() ? named : named.named(item.name().fileName());
        Looked looked = item instanceof Asset.Stored stored ? stored(stored) : look(item, last);
        MediaVerdict verdict = preflight
                .judge(looked.inspection(), looked.examination(), judged)
                .named(item.name());
        return isSkipped(looked.inspection(), judged) ? verdict.asSkipped() : verdict;
    }

    /** What was seen of an asset: its headers, and what is behind them. */
    private record Looked(Inspection inspection, Optional<Examination> examination) {}

    private Looked look(Asset.Media item, LastDirectory last) {
        long start = System.nanoTime();
        Inspection inspection = inspect(item, last);
        Optional<Examination> examination = kept(item, inspection);
        if (examination.isPresent() || !(item instanceof Asset.File file)) {
            return new Looked(inspection, examination);
        }
        examination = preflight.examine(file.path(), inspection);
        if (examination.isEmpty()) {
            return new Looked(inspection, examination);
        }
        Inspection judgedBy = unlessReplaced(file, inspection);
        keep(file, judgedBy, examination.get(), System.nanoTime() - start);
        return new Looked(judgedBy, examination);
    }

    /** Opened once, and not at all where everything is known. */
    private Looked stored(Asset.Stored stored) {
        long start = System.nanoTime();
        Optional<Inspection.Seen> known = cache.flatMap(facts -> stored.state().flatMap(facts::find));
        if (known.isPresent()) {
            Optional<Examination> examination = kept(stored, known.get());
            boolean isEnough = examination.isPresent() || !(preflight.isExamining() || preflight.isReadingMetadata());
            if (isEnough) {
                return new Looked(known.get(), examination);
            }
        }
        try (Source source = open(stored.opener())) {
            Inspection inspection = known.isPresent() ? known.get() : preflight.inspect(source);
            if (!(inspection instanceof Inspection.Seen seen)) {
                return new Looked(inspection, Optional.empty());
            }
            if (known.isEmpty() && cache.isPresent()) {
                stored.state().ifPresent(state -> cache.get().keep(state, seen));
            }
            Optional<Examination> examination = source instanceof RemoteSource remote
                    ? preflight.examine(remote, inspection)
                    : preflight.examine(source, inspection);
            if (examination.isPresent() && examinations.isPresent()) {
                examinations.get().keep(stored, seen, examination.get(), System.nanoTime() - start);
            }
            return new Looked(inspection, examination);
        } catch (IOException e) {
            Inspection none = new Inspection.Unreadable(e, 0, System.nanoTime() - start);
            return new Looked(none, Optional.empty());
        }
    }

    private Optional<Examination> kept(Asset.Media item, Inspection inspection) {
        return examinations.isPresent() && inspection instanceof Inspection.Seen
                ? examinations.get().find(item)
                : Optional.empty();
    }

    private void keep(Asset.File file, Inspection inspection, Examination examination, long nanos) {
        if (examinations.isPresent() && inspection instanceof Inspection.Seen seen) {
            examinations.get().keep(file, seen, examination, nanos);
        }
    }

    /** A decoder opens a file by its path, which may lead to another one by now. */
    private Inspection unlessReplaced(Asset.File file, Inspection inspection) {
        try {
            Object now = disk.attributes(file.path(), FileStates.links(file)).fileKey();
            if (Objects.equals(now, file.attributes().fileKey())) {
                return inspection;
            }
            return new Inspection.Unreadable(
                    new SourceChangedException(Phrase.of("audit:file.replaced").toString()),
                    inspection.bytesRead(),
                    inspection.elapsedNanos());
        } catch (IOException e) {
            return new Inspection.Unreadable(e, inspection.bytesRead(), inspection.elapsedNanos());
        }
    }

    private Inspection inspect(Asset.Media item, LastDirectory last) {
        if (item instanceof Asset.File file) {
            return inspect(file, last);
        }
        return new Inspection.Unreadable(((Asset.Unusable) item).cause(), 0, 0);
    }

    private Inspection inspect(Asset.File file, LastDirectory last) {
        if (cache.isEmpty()) {
            return look(file, last);
        }
        Optional<FileState> state = FileStates.found(file);
        Optional<Inspection.Seen> known = state.flatMap(cache.get()::find);
        if (known.isPresent()) {
            return known.get();
        }
        Inspection inspection = look(file, last);
        if (state.isPresent() && inspection instanceof Inspection.Seen seen) {
            if (FileStates.isStill(state.get(), file, disk)) {
                cache.get().keep(state.get(), seen);
            }
        }
        return inspection;
    }

    /** A file that is another than when it was found is looked at once more, as it is now. */
    private Inspection look(Asset.File file, LastDirectory last) {
        try (FileSource source = disk.open(file, last)) {
            Inspection inspection = preflight.inspect(source);
            boolean changed = inspection instanceof Inspection.Unreadable unreadable
                    ? unreadable.cause() instanceof SourceChangedException
                    : !source.isOfThatSize();
            return changed ? lookAgain(file, last) : inspection;
        } catch (IOException e) {
            return new Inspection.Unreadable(e, 0, 0);
        }
    }

    /** Without leaving the directory in which a walk has found it. */
    private Inspection lookAgain(Asset.File file, LastDirectory last) throws IOException {
        Path name = file.path().getFileName();
        if (file.place().isEmpty() || file.linked() || name == null) {
            return preflight.inspect(file.path());
        }
        HeldDirectory directory = last.at(file.place().get());
        BasicFileAttributes now = directory.attributes(name);
        if (!now.isRegularFile()) {
            throw new NotARegularFileException(file.path(), now.isDirectory());
        }
        try (FileSource source = directory.open(name, now.size())) {
            return preflight.inspect(source);
        }
    }

    private static Source open(Asset.Opener opener) throws IOException {
        try {
            Source source = opener.open();
            return source instanceof RemoteSource ? source : GuardedSource.of(source); // a check guards it, too
        } catch (RuntimeException e) {
            throw GuardedSource.accident(e);
        }
    }

    /** A report that every text file is no image helps no user. What could not be read may be one. */
    private static boolean isSkipped(Inspection inspection, Subject subject) {
        return inspection instanceof Inspection.Seen seen
                && !isMedia(Optional.of(seen.probed().kind()))
                && !isMedia(subject.meantFor());
    }

    private static boolean isMedia(Optional<Kind> kind) {
        return kind.isPresent() && (kind.get() == Kind.IMAGE || kind.get() == Kind.VIDEO);
    }
}
