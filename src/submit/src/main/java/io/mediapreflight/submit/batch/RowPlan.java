package io.mediapreflight.submit.batch;

import io.mediapreflight.ClearedCopy;
import io.mediapreflight.Inspection;
import io.mediapreflight.LocalCopy;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.rule.RequestRules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.upload.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A request whose local media may lack URLs: what is to be uploaded for it, and what it then is. */
final class RowPlan {
    private final BatchItem item;
    private final Map<Slot, Inspection> homeless = new EnumMap<>(Slot.class);
    private final List<Upload> uploads = new ArrayList<>();
    private final List<ClearedCopy> copies = new ArrayList<>();
    private boolean isDigested = true;
    private Optional<IOException> undigested = Optional.empty();

    private RowPlan(BatchItem item) {
        this.item = item;
    }

    /** Reads the headers of all local media that have no URL, and digests all local media. */
    static RowPlan of(BatchItem item, Preflight preflight) {
        RowPlan plan = new RowPlan(item);
        for (Slot slot : Slot.values()) {
            plan.copy(slot).ifPresent(copy -> plan.add(slot, copy, preflight));
        }
        return plan;
    }

    private void add(Slot slot, LocalCopy copy, Preflight preflight) {
        long maximum = preflight.limits().largestBytes();
        Optional<Format> format = Optional.empty();
        if (references(slot).isEmpty()) {
            Inspection inspection = inspected(copy, preflight);
            homeless.put(slot, inspection);
            format = format(inspection, maximum);
            if (format.isEmpty()) {
                isDigested = false; // the rules say what is wrong with it
                return;
            }
        }
        try {
            SourceDigest digest = digest(copy, maximum);
            copies.add(new ClearedCopy(RequestField.urlPath(slot, 0), copy, digest));
            format.ifPresent(known -> uploads.add(new Upload(slot, copy, digest, known)));
        } catch (IOException e) {
            isDigested = false; // likewise, unless they can read it again
            undigested = Optional.of(e);
        }
    }

    private static Inspection inspected(LocalCopy copy, Preflight preflight) {
        return copy.source().isPresent()
                ? preflight.inspect(copy.source().get())
                : preflight.inspect(copy.file().orElseThrow());
    }

    /** Of media that are not too large to be sent. */
    private static Optional<Format> format(Inspection inspection, long maximum) {
        return inspection instanceof Inspection.Seen seen && seen.bytes().atMost() <= maximum
                ? seen.probed().format().filter(format -> format.kind().isMedia())
                : Optional.empty();
    }

    private static SourceDigest digest(LocalCopy copy, long maximum) throws IOException {
        if (copy.source().isPresent()) {
            return SourceDigest.of(copy.source().get(), maximum);
        }
        try (FileSource file = FileSource.open(copy.file().orElseThrow())) {
            return SourceDigest.of(file, maximum);
        }
    }

    private Optional<LocalCopy> copy(Slot slot) {
        return slot == Slot.IMAGE ? item.media().image() : item.media().video();
    }

    private List<MediaReference> references(Slot slot) {
        return slot == Slot.IMAGE
                ? item.request().referenceImages()
                : item.request().referenceVideos();
    }

    /** Whether local media have no URL. */
    boolean lacksUrls() {
        return !homeless.isEmpty();
    }

    /** Whether all local media that have no URL could be uploaded. */
    boolean isReady() {
        return uploads.size() == homeless.size();
    }

    /** Whether the digests of all local media are known. */
    boolean isDigested() {
        return isDigested;
    }

    /** Why local media could not be read to their ends. */
    Optional<IOException> undigested() {
        return undigested;
    }

    /** Where in the request local media are named, with URLs of their own or with those of their uploads. */
    Set<String> localPaths() {
        return Arrays.stream(Slot.values())
                .filter(slot -> copy(slot).isPresent())
                .map(slot -> RequestField.urlPath(slot, 0))
                .collect(Collectors.toSet());
    }

    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    /** The slots that uploads are for. */
    Set<Slot> slots() {
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        uploads.forEach(upload -> slots.add(upload.slot()));
        return slots;
    }

    /** All local media. */
    List<ClearedCopy> copies() {
        return List.copyOf(copies);
    }

    /** The request with a URL for each upload. */
    GenerationRequest with(Map<Slot, String> urls) {
        GenerationRequest.Builder builder = item.request().toBuilder();
        urls.forEach((slot, url) -> {
            if (slot == Slot.IMAGE) {
                builder.image(url);
            } else {
                builder.video(url);
            }
        });
        return builder.build();
    }

    /** What there is to say as long as there are no URLs. It can never be cleared. */
    RequestVerdict draft(Preflight preflight) {
        Set<Slot> given = EnumSet.noneOf(Slot.class);
        for (Slot slot : Slot.values()) {
            if (homeless.containsKey(slot) || !references(slot).isEmpty()) {
                given.add(slot);
            }
        }
        GenerationRequest request = item.request();
        RequestDraft draft =
                new RequestDraft(request.prompt(), request.resolution(), request.characterOrientation(), given);
        return preflight
                .judge(draft, item.defects(), verdict(Slot.IMAGE, preflight), verdict(Slot.VIDEO, preflight), 0)
                .named(item.name());
    }

    private Optional<MediaVerdict> verdict(Slot slot, Preflight preflight) {
        Optional<Inspection> inspection = Optional.ofNullable(homeless.get(slot));
        Subject inSlot = Subject.anything().forSlot(slot);
        Subject subject =
                RequestRules.orientation(item.request()).map(inSlot::with).orElse(inSlot);
        return inspection.map(seen -> named(slot, preflight.judge(seen, subject)));
    }

    private MediaVerdict named(Slot slot, MediaVerdict verdict) {
        return copy(slot)
                .flatMap(LocalCopy::givenAs)
                .map(file -> verdict.named(SourceName.of(PathNames.text(file))))
                .orElse(verdict);
    }
}
