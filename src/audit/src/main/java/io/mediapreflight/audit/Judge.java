package io.mediapreflight.audit;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.audit.cache.FileState;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.RequestRules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Slot;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Judges one asset after the other: looks it up or opens it, and lets the rules speak. Serves every worker. */
final class Judge {
    private static final LinkOption[] LINK_ITSELF = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] THROUGH_LINKS = {};

    private final Preflight preflight;
    private final Subject subject;
    private final Disk disk;
    private final Optional<FactsCache> cache;

    Judge(Preflight preflight, Subject subject, Disk disk, Optional<FactsCache> cache) {
        this.preflight = preflight;
        this.subject = subject;
        this.disk = disk;
        this.cache = cache;
    }

    /**
     * Whether it is the cache itself. That is no asset, and to open it would harm it: whoever closes a file drops every lock
     * that the process holds on it (POSIX {@code fcntl}), the database's too.
     */
    boolean isOwn(Asset asset) {
        return cache.isPresent()
                && asset instanceof Asset.File file
                && cache.get().isOwn(file.path());
    }

    /** What becomes of an asset. Whatever happens, there is a result. */
    AuditEntry judge(Asset asset) {
        if (asset instanceof Asset.Medium medium) {
            return judge(medium, subject.named(medium.name().fileName()));
        }
        long start = System.nanoTime();
        Asset.Request request = (Asset.Request) asset;
        Optional<AuditEntry.Medium> image = request.image().map(medium -> judge(medium, subject(request, Slot.IMAGE)));
        Optional<AuditEntry.Medium> video = request.video().map(medium -> judge(medium, subject(request, Slot.VIDEO)));
        return new AuditEntry.Request(
                request.name(),
                request.row(),
                request.id(),
                preflight.judge(request.draft(), request.defects()),
                adviceOnShapes(image, video),
                image,
                video,
                System.nanoTime() - start);
    }

    private static List<Advice> adviceOnShapes(Optional<AuditEntry.Medium> image, Optional<AuditEntry.Medium> video) {
        return image.isEmpty() || video.isEmpty()
                ? List.of()
                : Preflight.adviseOnShapes(image.get().verdict(), video.get().verdict()).stream()
                        .toList();
    }

    /** An asset that was not judged, and why. */
    AuditEntry unusable(Asset asset, IOException cause, long nanos) {
        if (asset instanceof Asset.Request request) {
            return new AuditEntry.Request(
                    request.name(),
                    request.row(),
                    request.id(),
                    preflight.judge(request.draft(), request.defects()),
                    List.of(),
                    request.image().map(medium -> unusable(medium, cause, 0)),
                    request.video().map(medium -> unusable(medium, cause, 0)),
                    nanos);
        }
        return unusable((Asset.Medium) asset, cause, nanos);
    }

    private AuditEntry.Medium unusable(Asset.Medium medium, IOException cause, long nanos) {
        Verdict verdict = preflight.judge(new Inspection.Unreadable(cause, 0, nanos), subject);
        return new AuditEntry.Medium(medium.name(), verdict, false);
    }

    /** A row says what its media are for; a pair, which has no orientation of its own, takes the audit's. */
    private Subject subject(Asset.Request request, Slot slot) {
        Subject inSlot = subject.in(slot);
        return RequestRules.orientation(request.draft().characterOrientation())
                .map(inSlot::with)
                .orElse(inSlot);
    }

    private AuditEntry.Medium judge(Asset.Medium medium, Subject named) {
        Optional<Inspection> known = known(medium);
        Inspection inspection = known.isPresent() ? known.get() : inspect(medium);
        Subject judged =
                named.name().isPresent() ? named : named.named(medium.name().fileName());
        Verdict verdict = preflight.judge(inspection, examination(medium, inspection), judged);
        return new AuditEntry.Medium(medium.name(), verdict, isSkipped(inspection, judged));
    }

    /** What a decoder or metadata say is not kept: it may be another decoder the next time, or be asked for more. */
    private Optional<Examination> examination(Asset.Medium medium, Inspection inspection) {
        if (medium instanceof Asset.File file) {
            return preflight.examine(file.path(), inspection);
        }
        return medium instanceof Asset.Stored stored && inspection instanceof Inspection.Seen
                ? examination(stored.opener(), inspection)
                : Optional.empty();
    }

    private Optional<Examination> examination(Asset.Opener opener, Inspection inspection) {
        if (!preflight.isReadingMetadata()) {
            return Optional.empty();
        }
        try (Source source = opener.open()) {
            return preflight.examine(source, inspection);
        } catch (IOException e) {
            return Optional.empty(); // it is gone by now, and advice changes no outcome
        }
    }

    private Optional<Inspection> known(Asset.Medium medium) {
        return cache.isPresent() && medium instanceof Asset.File file
                ? cache.get()
                        .find(FileStates.of(file.path(), file.attributes()))
                        .map(Inspection.class::cast)
                : Optional.empty();
    }

    private Inspection inspect(Asset.Medium medium) {
        if (medium instanceof Asset.File file) {
            return inspect(file);
        }
        if (medium instanceof Asset.Stored stored) {
            return inspect(stored.opener());
        }
        return new Inspection.Unreadable(((Asset.Unusable) medium).cause(), 0, 0);
    }

    private Inspection inspect(Asset.File file) {
        Inspection inspection = look(file);
        if (cache.isPresent() && inspection instanceof Inspection.Seen seen) {
            keep(cache.get(), file, seen);
        }
        return inspection;
    }

    /** What was seen is that of one state only where the file was in it before and after. */
    private void keep(FactsCache facts, Asset.File file, Inspection.Seen seen) {
        try {
            BasicFileAttributes after = disk.attributes(file.path(), file.linked() ? THROUGH_LINKS : LINK_ITSELF);
            FileState state = FileStates.of(file.path(), file.attributes());
            if (after.isRegularFile() && FileStates.of(file.path(), after).equals(state)) {
                facts.keep(state, seen);
            }
        } catch (IOException e) {
            // It is gone by now: what was seen of it is reported, and of no use to the next audit.
        }
    }

    /** A file that is another than when it was found is looked at once more, as it is now. */
    private Inspection look(Asset.File file) {
        try (FileSource source = disk.open(file)) {
            Inspection inspection = preflight.inspect(source);
            boolean changed = inspection instanceof Inspection.Unreadable unreadable
                    ? unreadable.cause() instanceof SourceChangedException
                    : !source.isOfThatSize();
            return changed ? preflight.inspect(file.path()) : inspection;
        } catch (IOException e) {
            return new Inspection.Unreadable(e, 0, 0);
        }
    }

    private Inspection inspect(Asset.Opener opener) {
        try (Source source = opener.open()) {
            return preflight.inspect(source);
        } catch (IOException e) {
            return new Inspection.Unreadable(e, 0, 0);
        }
    }

    /** Nobody wants to read of every text file that it is no image. What could not be read may be one. */
    private static boolean isSkipped(Inspection inspection, Subject subject) {
        return inspection instanceof Inspection.Seen seen
                && !isMedium(Optional.of(seen.probed().kind()))
                && !isMedium(subject.meantFor());
    }

    private static boolean isMedium(Optional<Kind> kind) {
        return kind.isPresent() && (kind.get() == Kind.IMAGE || kind.get() == Kind.VIDEO);
    }
}
