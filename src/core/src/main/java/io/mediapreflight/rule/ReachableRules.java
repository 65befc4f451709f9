package io.mediapreflight.rule;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules {@code request.*.reachable}, and {@code file.access} of a URL that belongs to no request. Pure: what was fetched is given. */
public final class ReachableRules {
    private final RuleId rule;
    private final List<Finding> findings = new ArrayList<>();

    private ReachableRules(RuleId rule) {
        this.rule = rule;
    }

    /** The rule of media in this place of a request; {@link RuleId#FILE_ACCESS} elsewhere. */
    public static RuleId rule(Optional<Slot> slot) {
        return slot.map(each -> each == Slot.IMAGE ? RuleId.REQUEST_IMAGE_REACHABLE : RuleId.REQUEST_VIDEO_REACHABLE)
                .orElse(RuleId.FILE_ACCESS);
    }

    /** A finding for this reason. */
    public static Finding finding(RuleId rule, Outcome severity, Phrase why, Fix fix) {
        return Finding.of(rule, severity).detailed(why).fixedBy(fix);
    }

    /**
     * What is wrong with how readable bytes are served.
     *
     * @param mediaType as the server said it
     * @param page what the URL is known to be a page of, for people
     * @param elsewhere the URL to which redirects led, for people; empty without redirects
     */
    public static List<Finding> judge(
            RuleId rule, Probed probed, Optional<String> mediaType, Optional<Phrase> page, Optional<String> elsewhere) {
        ReachableRules rules = new ReachableRules(rule);
        if (probed.format().equals(Optional.of(Format.HTML))) {
            rules.judgePage(page, elsewhere);
        } else {
            rules.judgeType(probed, mediaType);
        }
        return rules.findings;
    }

    private void judgePage(Optional<Phrase> page, Optional<String> elsewhere) {
        Phrase why = page.map(known -> Phrase.of("reachable.html-page").with("page", known))
                .or(() -> elsewhere.map(
                        url -> Phrase.of("reachable.html-elsewhere").with("url", url)))
                .orElseGet(() -> Phrase.of("reachable.html"));
        findings.add(finding(rule, Outcome.FAIL, why, Fix.of(Phrase.of("fix.direct-link"))));
    }

    private void judgeType(Probed probed, Optional<String> mediaType) {
        if (mediaType.isPresent() && probed.format().isPresent() && contradicts(probed, mediaType.get())) {
            Phrase why = Phrase.of("reachable.type")
                    .with("type", Excerpt.of(mediaType.get()))
                    .with("format", probed.format().get().label());
            findings.add(finding(rule, Outcome.WARN, why, Fix.of(Phrase.of("fix.media-type"))));
        }
    }

    /** By the kind that the type names, and by the format where it names one that we know. */
    private static boolean contradicts(Probed probed, String mediaType) {
        Subject declared = Subject.anything().declaredAs(mediaType);
        Optional<Format> format = declared.promisedByMediaType();
        if (format.isPresent()) {
            return !format.equals(probed.format());
        }
        Optional<Kind> kind = declared.meantFor();
        return kind.isPresent() && kind.get() != probed.kind();
    }
}
