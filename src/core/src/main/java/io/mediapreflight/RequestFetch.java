package io.mediapreflight;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.ReachableRules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Fetches from the first URL of each slot, both at once: a second one fails the request anyway. */
final class RequestFetch {
    private final Preflight preflight;
    private final BiFunction<Slot, PublicUrl, Subject> subjects;

    /** @param subjects what media at a URL are judged as */
    RequestFetch(Preflight preflight, BiFunction<Slot, PublicUrl, Subject> subjects) {
        this.preflight = preflight;
        this.subjects = subjects;
    }

    /** What came of it, by the paths of the slots. */
    Map<String, Fetched> fetch(GenerationRequest request, LocalMedia local) {
        if (preflight.fetcher().isEmpty()) {
            return Map.of();
        }
        Optional<FutureTask<Fetched>> image = task(Slot.IMAGE, request.referenceImages(), local.image());
        Optional<FutureTask<Fetched>> video = task(Slot.VIDEO, request.referenceVideos(), local.video());
        if (image.isPresent() && video.isPresent()) {
            Thread thread = new Thread(image.get(), "preflight fetch");
            thread.setDaemon(true);
            thread.start();
        } else {
            image.ifPresent(FutureTask::run);
        }
        video.ifPresent(FutureTask::run);
        Map<String, Fetched> results = new LinkedHashMap<>();
        image.ifPresent(
                task -> results.put(RequestField.urlPath(Slot.IMAGE, 0), result(task, Slot.IMAGE, local.image())));
        video.ifPresent(
                task -> results.put(RequestField.urlPath(Slot.VIDEO, 0), result(task, Slot.VIDEO, local.video())));
        return results;
    }

    private Optional<FutureTask<Fetched>> task(Slot slot, List<MediaReference> references, Optional<LocalCopy> copy) {
        String url = references.isEmpty() ? "" : references.get(0).url();
        PublicUrl text = PublicUrl.read(url);
        if (url.isEmpty() || text.isEmbedded()) {
            return Optional.empty();
        }
        RuleId rule = ReachableRules.rule(Optional.of(slot));
        Supplier<Fetched> task = copy.isPresent()
                ? () -> new ServedComparison(preflight, rule).compare(url, copy.get())
                : () -> new UrlCheck(preflight, subjects.apply(slot, text)).fetched(url, text, rule);
        return Optional.of(new FutureTask<>(task::get));
    }

    /** An interrupt of this thread ends the other one, too. */
    private Fetched result(FutureTask<Fetched> task, Slot slot, Optional<LocalCopy> copy) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return interrupted(slot, copy);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Fetched interrupted(Slot slot, Optional<LocalCopy> copy) {
        Phrase why = Phrase.of("access.interrupted");
        Fix fix = Fix.of(Phrase.of("fix.check-url-again"));
        RuleId rule = ReachableRules.rule(Optional.of(slot));
        Optional<MediaVerdict> verdict = copy.isPresent()
                ? Optional.empty()
                : Optional.of(preflight.unread(Subject.anything().forSlot(slot), why, fix, 0, 0));
        return new Fetched(verdict, List.of(ReachableRules.finding(rule, Outcome.UNKNOWN, why, fix)), Optional.empty());
    }
}
