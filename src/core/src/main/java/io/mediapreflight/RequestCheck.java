package io.mediapreflight;

import io.mediapreflight.RequestVerdict.JudgedCopy;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.ReachableRules;
import io.mediapreflight.rule.RequestRules;
import io.mediapreflight.rule.ShapeAdvice;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One request while it is checked: its own rules, and those of the media that are given as local copies or stand in it. */
final class RequestCheck {
    private final Preflight preflight;
    private final LocalMedia local;
    private final Optional<Orientation> orientation;
    private final List<MediaVerdict> media = new ArrayList<>();
    private final Map<String, JudgedCopy> copies = new LinkedHashMap<>();
    private final Map<String, Fetched> fetched = new LinkedHashMap<>();
    private final List<Finding> ofFetching = new ArrayList<>();

    private RequestCheck(Preflight preflight, GenerationRequest request, LocalMedia local) {
        this.preflight = preflight;
        this.local = local;
        this.orientation = RequestRules.orientation(request);
    }

    static RequestVerdict of(
            Preflight preflight,
            GenerationRequest request,
            List<RequestDefect> defects,
            LocalMedia local,
            Instant now) {
        return of(preflight, request, defects, local, now, Optional.empty());
    }

    /**
     * The same once more.
     *
     * @param earlier what was fetched for the first check, so that nothing is fetched again
     */
    static RequestVerdict of(
            Preflight preflight,
            GenerationRequest request,
            List<RequestDefect> defects,
            LocalMedia local,
            Instant now,
            Optional<RequestVerdict.Basis> earlier) {
        long start = System.nanoTime();
        RequestCheck check = new RequestCheck(preflight, request, local);
        check.fetched.putAll(earlier.map(RequestVerdict.Basis::fetched)
                .orElseGet(() -> new RequestFetch(preflight, check::served).fetch(request, local)));
        check.judge(Slot.IMAGE, request.referenceImages(), local.image());
        check.judge(Slot.VIDEO, request.referenceVideos(), local.video());
        List<Finding> findings =
                new ArrayList<>(RequestRules.judge(preflight.limits(), request, defects, check.withCopies(), now)
                        .worstFirst());
        findings.addAll(check.ofFetching);
        findings.sort(Finding.WORST_FIRST);
        return new RequestVerdict(
                SourceName.none(),
                findings,
                check.media,
                check.advice(),
                Map.of(),
                preflight.limits(),
                System.nanoTime() - start,
                Optional.of(new RequestVerdict.Basis(request, defects, local, check.copies, check.fetched)));
    }

    /** Of a request without URLs: what is sent instead is not known, so the verdict cannot be cleared. */
    static RequestVerdict ofDraft(
            Limits limits,
            RequestDraft draft,
            List<RequestDefect> defects,
            Optional<MediaVerdict> image,
            Optional<MediaVerdict> video,
            long elapsedNanos) {
        List<MediaVerdict> media = new ArrayList<>();
        image.ifPresent(verdict -> media.add(verdict.at(RequestField.urlPath(Slot.IMAGE, 0))));
        video.ifPresent(verdict -> media.add(verdict.at(RequestField.urlPath(Slot.VIDEO, 0))));
        return new RequestVerdict(
                SourceName.none(),
                RequestRules.judge(limits, draft, defects).worstFirst(),
                media,
                adviceOnShapes(image, video),
                Map.of(),
                limits,
                elapsedNanos,
                Optional.empty());
    }

    /** On the first of each, as far as they could be read. It is about the image: another one is had sooner than another motion. */
    private List<Advice> advice() {
        String path = RequestField.urlPath(Slot.IMAGE, 0);
        return adviceOnShapes(verdict(path), verdict(RequestField.urlPath(Slot.VIDEO, 0))).stream()
                .map(advice -> advice.at(path))
                .toList();
    }

    /** Where one is shown as portrait and the other as landscape; empty also where one of them could not be read. */
    private static List<Advice> adviceOnShapes(Optional<MediaVerdict> image, Optional<MediaVerdict> video) {
        return image.flatMap(Verdict::facts).orElse(null) instanceof ImageFacts character
                        && video.flatMap(Verdict::facts).orElse(null) instanceof VideoFacts motion
                ? ShapeAdvice.of(character, motion).stream().toList()
                : List.of();
    }

    private Optional<MediaVerdict> verdict(String path) {
        return media.stream()
                .filter(item -> item.path().equals(Optional.of(path)))
                .findFirst();
    }

    private Set<Slot> withCopies() {
        Set<Slot> slots = EnumSet.noneOf(Slot.class);
        local.image().ifPresent(copy -> slots.add(Slot.IMAGE));
        local.video().ifPresent(copy -> slots.add(Slot.VIDEO));
        return slots;
    }

    private void judge(Slot slot, List<MediaReference> references, Optional<LocalCopy> copy) {
        for (int i = 0; i < references.size(); i++) {
            MediaReference reference = references.get(i);
            String path = RequestField.urlPath(slot, i);
            // A local copy stands for the first reference: a second one fails the request anyway.
            Optional<LocalCopy> served = i == 0 ? copy : Optional.empty();
            SourceName name = served.flatMap(LocalCopy::givenAs)
                    .map(file -> SourceName.of(PathNames.text(file)))
                    .orElseGet(() -> SourceName.ofNoFile(reference.toString()));
            MediaVerdict verdict =
                    judge(slot, path, PublicUrl.read(reference.url()), served).named(name);
            media.add(verdict.at(path));
            noteFetching(slot, path, reference, verdict);
        }
    }

    /** Of media that are judged by a local copy, how they are served shows once both are known. */
    private void noteFetching(Slot slot, String path, MediaReference reference, MediaVerdict verdict) {
        Fetched result = fetched.get(path);
        if (result == null) {
            return;
        }
        List<Finding> findings = result.findings();
        if (findings.isEmpty()
                && result.verdict().isEmpty()
                && result.served().isPresent()
                && verdict.probed().isPresent()) {
            findings = UrlCheck.ofServing(
                    ReachableRules.rule(Optional.of(slot)),
                    verdict.probed().get(),
                    PublicUrl.read(reference.url()),
                    result.served().get());
        }
        findings.forEach(finding -> ofFetching.add(finding.at(path)));
    }

    private MediaVerdict judge(Slot slot, String path, PublicUrl url, Optional<LocalCopy> copy) {
        if (url.isEmbedded()) {
            return embedded(slot, url, copy.isPresent());
        }
        if (copy.isPresent()) {
            return local(slot, path, url, copy.get());
        }
        Fetched result = fetched.get(path);
        if (result != null && result.verdict().isPresent()) {
            MediaVerdict verdict = result.verdict().get();
            return url.fileName().filter(name -> name.indexOf('.') >= 0).isPresent()
                    ? withServedName(verdict)
                    : verdict;
        }
        return unknown(
                Phrase.of("access.not-fetched"),
                Fix.of(Phrase.of("fix.name-local-file")
                        .with("option", "--" + slot.kind().id() + "-file")));
    }

    private MediaVerdict embedded(Slot slot, PublicUrl url, boolean withCopy) {
        if (withCopy) {
            return unknown(Phrase.of("access.embedded-and-file"), Fix.of(Phrase.of("fix.one-of-two")));
        }
        return url.embeddedBytes()
                .map(bytes -> preflight.judged(BytesSource.of(bytes), subject(slot)))
                .orElseGet(() -> unknown(Phrase.of("access.not-base64"), Fix.of(Phrase.of("fix.use-url"))));
    }

    /** The service goes by the name in the URL, where that has an extension. */
    private MediaVerdict local(Slot slot, String path, PublicUrl url, LocalCopy copy) {
        Subject subject = served(slot, url);
        try {
            Optional<FileStamp> before = copy.stamp();
            MediaVerdict verdict = copy.judged(preflight, subject);
            copies.put(path, new JudgedCopy(copy, before));
            if (!copy.stamp().equals(before)) {
                return unknown(Phrase.of("access.written"), Fix.of(Phrase.of("fix.check-again")));
            }
            return subject.name().isPresent() ? withServedName(verdict) : verdict;
        } catch (IOException e) {
            // The check says what is wrong with it; a file that can be read again in the meantime has changed.
            MediaVerdict verdict = copy.judged(preflight, subject);
            return verdict.probed().isEmpty()
                    ? verdict
                    : unknown(Phrase.of("access.changed"), Fix.of(Phrase.of("fix.check-again")));
        }
    }

    private Subject served(Slot slot, PublicUrl url) {
        Optional<String> name = url.fileName().filter(each -> each.indexOf('.') >= 0);
        return name.map(subject(slot)::named).orElse(subject(slot));
    }

    /** To rename the local file would fix nothing. */
    private static MediaVerdict withServedName(MediaVerdict verdict) {
        List<Finding> findings =
                verdict.findings().stream().map(RequestCheck::withServedName).toList();
        return verdict.with(findings);
    }

    private static Finding withServedName(Finding finding) {
        if (finding.rule() != RuleId.IMAGE_NAME && finding.rule() != RuleId.VIDEO_NAME) {
            return finding;
        }
        return finding.fixedBy(Fix.of(Phrase.of("fix.serve-under-name")));
    }

    private Subject subject(Slot slot) {
        Subject subject = Subject.anything().forSlot(slot);
        return orientation.map(subject::with).orElse(subject);
    }

    private MediaVerdict unknown(Phrase why, Fix fix) {
        return preflight.unreadable(SourceName.none(), why, fix, 0);
    }
}
