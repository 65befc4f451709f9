package io.mediapreflight.rule;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.request.url.UrlDefect;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules {@code request.*}, but for those that need the network. Pure: the time is given. */
public final class RequestRules {
    private final Limits limits;
    private final GenerationRequest request;
    private final List<RequestDefect> defects;
    private final Findings findings;

    private RequestRules(Limits limits, GenerationRequest request, List<RequestDefect> defects) {
        this.limits = limits;
        this.request = request;
        this.defects = defects;
        this.findings = new Findings(limits);
    }

    /**
     * Everything that did not pass.
     *
     * @param defects what the reader of the JSON found
     * @param withFiles the slots for which a local file is given, whether the request has a reference for it or not
     * @param now when the request is to be sent
     */
    public static Findings judge(
            Limits limits, GenerationRequest request, List<RequestDefect> defects, Set<Slot> withFiles, Instant now) {
        RequestRules rules = new RequestRules(limits, request, defects);
        rules.judgeBody();
        if (defects.stream().noneMatch(defect -> defect.kind() == RequestDefect.Kind.NOT_JSON)) {
            rules.judgeModel();
            rules.judgeText();
            for (Slot slot : Slot.values()) {
                rules.judgeCount(slot, rules.references(slot).size(), withFiles.contains(slot));
                rules.judgeUrls(slot, now);
            }
        }
        return rules.findings;
    }

    /**
     * Everything that did not pass of a request that has no URLs yet.
     *
     * @param defects what the reader of the draft found
     */
    public static Findings judge(Limits limits, RequestDraft draft, List<RequestDefect> defects) {
        RequestRules rules = new RequestRules(limits, draft.withoutMedia(limits.model()), defects);
        rules.judgeBody();
        if (defects.stream().noneMatch(defect -> defect.kind() == RequestDefect.Kind.NOT_JSON)) {
            rules.judgeText();
            for (Slot slot : Slot.values()) {
                rules.judgeCount(slot, draft.media().contains(slot) ? 1 : 0, false);
            }
        }
        return rules.findings;
    }

    private void judgeText() {
        judgePrompt();
        judgeResolution();
        judgeOrientation();
    }

    private void judgeBody() {
        for (RequestDefect defect : defects) {
            Outcome severity = severity(defect);
            if (severity != Outcome.PASS) {
                Phrase detail = Phrase.of(defect.path().isEmpty() ? "request-defect" : "request-defect.at")
                        .with("place", Excerpt.of(defect.path()))
                        .with("what", defect.what());
                boolean isJson = defect.kind() != RequestDefect.Kind.NOT_JSON;
                Fix fix = isJson ? Fix.of(RuleId.REQUEST_JSON) : Fix.of(Phrase.of("fix.json"));
                add(RuleId.REQUEST_JSON, severity, detail, defect.path(), fix);
            }
        }
    }

    private static Outcome severity(RequestDefect defect) {
        return switch (defect.kind()) {
            case UNKNOWN_FIELD -> Outcome.WARN;
            // The field's own rule says it better.
            case MISSING ->
                defect.path().equals(RequestField.MODEL.path()) || defect.path().endsWith("]." + RequestField.URL.key())
                        ? Outcome.PASS
                        : Outcome.FAIL;
            case NOT_JSON, MISTYPED, DUPLICATE -> Outcome.FAIL;
        };
    }

    /** Whether the field could be read and can be judged. */
    private boolean isReadable(String path) {
        return defects.stream()
                .filter(defect -> defect.kind() == RequestDefect.Kind.MISTYPED)
                .map(RequestDefect::path)
                .noneMatch(broken ->
                        path.equals(broken) || path.startsWith(broken + ".") || path.startsWith(broken + "["));
    }

    private void judgeModel() {
        if (isReadable(RequestField.MODEL.path()) && !request.model().equals(limits.model())) {
            Phrase detail = request.model().isEmpty() ? Phrase.of("absent") : quoted(request.model());
            Fix fix = Fix.of(Phrase.of("fix.model").with("model", limits.model()));
            add(RuleId.REQUEST_MODEL, Outcome.FAIL, detail, RequestField.MODEL.path(), fix);
        }
    }

    private void judgePrompt() {
        String prompt = request.prompt().orElse("");
        int units = prompt.length();
        int points = prompt.codePointCount(0, units);
        int max = limits.request().promptMaxCharacters();
        Outcome outcome = new Readings().add(points <= max).add(units <= max).outcome();
        if (outcome != Outcome.PASS && isReadable(RequestField.PROMPT.path())) {
            findings.add(findings.of(RuleId.REQUEST_PROMPT_LENGTH, outcome)
                    .measuring(List.of(
                            Measured.number("unicode", Fraction.of(points), Bound.CHARACTERS),
                            Measured.number("utf16", Fraction.of(units), Bound.CHARACTERS)))
                    .at(RequestField.PROMPT.path()));
        }
    }

    private void judgeResolution() {
        request.resolution()
                .filter(given -> isReadable(RequestField.RESOLUTION.path()))
                .filter(given -> !limits.request().resolutions().contains(given))
                .ifPresent(given ->
                        add(RuleId.REQUEST_RESOLUTION, Outcome.FAIL, quoted(given), RequestField.RESOLUTION.path()));
    }

    private void judgeOrientation() {
        Optional<String> value = request.characterOrientation();
        if (isReadable(RequestField.CHARACTER_ORIENTATION.path())
                && value.isPresent()
                && orientation(request).isEmpty()) {
            add(
                    RuleId.REQUEST_ORIENTATION,
                    Outcome.FAIL,
                    quoted(value.get()),
                    RequestField.CHARACTER_ORIENTATION.path());
        }
    }

    /** The value of {@code extra_params.character_orientation}; empty where it is absent or unknown. */
    public static Optional<Orientation> orientation(GenerationRequest request) {
        return orientation(request.characterOrientation());
    }

    /** The same of a value by itself. */
    public static Optional<Orientation> orientation(Optional<String> value) {
        return Arrays.stream(Orientation.values())
                .filter(each -> value.filter(each.id()::equals).isPresent())
                .findFirst();
    }

    private void judgeCount(Slot slot, int count, boolean withFile) {
        int max = slot == Slot.IMAGE
                ? limits.request().maxImages()
                : limits.request().maxVideos();
        String field = RequestField.references(slot).path();
        String kind = slot.kind().id();
        RuleId rule = slot == Slot.IMAGE ? RuleId.REQUEST_IMAGE_COUNT : RuleId.REQUEST_VIDEO_COUNT;
        Fix add = Fix.of(Phrase.of("fix.add-" + kind));
        if (!isReadable(field)) {
            return;
        }
        if (count > max) {
            add(rule, Outcome.FAIL, Phrase.of("count.many." + kind).with("count", count), field);
        } else if (count == 0 && withFile) {
            add(rule, Outcome.FAIL, Phrase.of("count.none-for-file." + kind), field, add);
        } else if (count == 0) {
            add(rule, Outcome.WARN, Phrase.of("count.none." + kind), field, add);
        }
    }

    private void judgeUrls(Slot slot, Instant now) {
        List<MediaReference> references = references(slot);
        for (int i = 0; i < references.size(); i++) {
            String path = RequestField.urlPath(slot, i);
            if (isReadable(path)) {
                judgeUrl(slot, PublicUrl.read(references.get(i).url()), path, now);
            }
        }
    }

    private void judgeUrl(Slot slot, PublicUrl url, String path, Instant now) {
        RuleId rule = slot == Slot.IMAGE ? RuleId.REQUEST_IMAGE_URL : RuleId.REQUEST_VIDEO_URL;
        if (url.isEmbedded()) {
            Phrase detail = Phrase.of("embedded." + slot.kind().id());
            add(rule, slot == Slot.VIDEO ? Outcome.FAIL : Outcome.WARN, detail, path);
            return;
        }
        List<UrlDefect> faults = url.defects(now);
        if (faults.isEmpty()) {
            return;
        }
        boolean broken = faults.stream().anyMatch(fault -> fault.gravity() == UrlDefect.Gravity.BROKEN);
        List<Phrase> words = faults.stream().map(UrlDefect::what).toList();
        findings.add(findings.of(rule, broken ? Outcome.FAIL : Outcome.WARN)
                .detailed(Phrase.of("url-defects").with("defects", words))
                .fixedBy(url.isFitButForTime() ? Fix.of(Phrase.of("fix.sign-again")) : Fix.of(rule))
                .at(path));
    }

    private List<MediaReference> references(Slot slot) {
        return slot == Slot.IMAGE ? request.referenceImages() : request.referenceVideos();
    }

    private void add(RuleId rule, Outcome severity, Phrase detail, String path) {
        add(rule, severity, detail, path, Fix.of(rule));
    }

    private void add(RuleId rule, Outcome severity, Phrase detail, String path, Fix fix) {
        findings.add(findings.of(rule, severity).detailed(detail).fixedBy(fix).at(path));
    }

    private static Phrase quoted(String value) {
        return Phrase.of("quoted").with("value", Excerpt.of(value));
    }
}
