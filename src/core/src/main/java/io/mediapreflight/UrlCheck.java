package io.mediapreflight;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.request.url.PublicUrl;
import io.mediapreflight.request.url.UrlDefect;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.ReachableRules;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what one URL serves. */
final class UrlCheck {
    private static final String TEXT = "url-defects";

    private final Preflight preflight;
    private final Subject subject;

    UrlCheck(Preflight preflight, Subject subject) {
        this.preflight = preflight;
        this.subject = subject;
    }

    /** The verdict on a URL that belongs to no request: what its text says, how it is served and what it serves. */
    MediaVerdict alone(String url) {
        PublicUrl text = PublicUrl.read(url);
        Optional<String> name = text.fileName().filter(each -> each.indexOf('.') >= 0);
        Subject named = subject.name().isPresent() || name.isEmpty() ? subject : subject.named(name.get());
        List<Finding> findings = new ArrayList<>(ofText(text));
        MediaVerdict verdict;
        if (preflight.fetcher().isEmpty()) {
            verdict =
                    preflight.unreadable(SourceName.none(), Phrase.of("access.url"), Fix.of(Phrase.of("fix.fetch")), 0);
        } else {
            Fetched fetched = new UrlCheck(preflight, named).fetched(url, text, RuleId.FILE_ACCESS);
            verdict = fetched.verdict().orElseThrow();
            findings.addAll(fetched.findings());
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Outcome.FAIL)) {
            findings.removeIf(finding -> finding.severity() == Outcome.WARN);
        }
        List<Finding> all = new ArrayList<>(findings);
        verdict.findings().stream()
                .filter(each -> each.rule() != RuleId.FILE_ACCESS || findings.isEmpty() || isWarnedOnly(findings))
                .forEach(all::add);
        all.sort(Finding.WORST_FIRST);
        return verdict.with(all).named(SourceName.ofNoFile(MaskedUrl.unlessSecret(url)));
    }

    private static boolean isWarnedOnly(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.severity() == Outcome.WARN);
    }

    /** With a fetcher what is broken is for it to say, since it may be allowed a private network. */
    private List<Finding> ofText(PublicUrl url) {
        List<UrlDefect> defects = url.defects(preflight.now());
        boolean isBroken = defects.stream().anyMatch(each -> each.gravity() == UrlDefect.Gravity.BROKEN);
        if (defects.isEmpty() || (isBroken && preflight.fetcher().isPresent())) {
            return List.of();
        }
        Phrase why = Phrase.of(TEXT)
                .with("defects", defects.stream().map(UrlDefect::what).toList());
        Fix fix = Fix.of(Phrase.of(url.isFitButForTime() ? "fix.sign-again" : "fix.public-url"));
        return List.of(ReachableRules.finding(RuleId.FILE_ACCESS, isBroken ? Outcome.FAIL : Outcome.WARN, why, fix));
    }

    /** Reads what it serves, and judges that. */
    Fetched fetched(String url, PublicUrl text, RuleId rule) {
        long start = System.nanoTime();
        try (ServedSource source = open(url)) {
            Inspection inspection = preflight.inspect(source);
            if (inspection instanceof Inspection.Unreadable unreadable) {
                return unreachable(unreadable.cause(), rule, unreadable.bytesRead(), start);
            }
            MediaVerdict verdict = preflight.judge(inspection, preflight.examine(source, inspection), subject);
            Served served = source.served();
            return new Fetched(
                    Optional.of(verdict),
                    ofServing(rule, verdict.probed().orElseThrow(), text, served),
                    Optional.of(served));
        } catch (IOException e) {
            return unreachable(e, rule, 0, start);
        }
    }

    private ServedSource open(String url) throws IOException {
        try {
            return preflight.fetcher().orElseThrow().open(url);
        } catch (RuntimeException e) {
            throw GuardedSource.accident(e);
        }
    }

    /** How well it is served. */
    static List<Finding> ofServing(RuleId rule, Probed probed, PublicUrl text, Served served) {
        Optional<String> elsewhere = served.isElsewhere() ? Optional.of(served.endUrl()) : Optional.empty();
        return ReachableRules.judge(rule, probed, served.mediaType(), text.sharePage(), elsewhere);
    }

    /** In a request the reason is said once, where the fetching is judged. */
    private Fetched unreachable(IOException e, RuleId rule, long bytesRead, long start) {
        Outcome severity = ReadFailure.severity(e);
        Phrase why = ReadFailure.reason(e);
        Fix fix = e instanceof UnreachableException ? ReadFailure.fix(e) : Fix.of(Phrase.of("fix.check-url-again"));
        List<Finding> findings = List.of(ReachableRules.finding(rule, severity, why, fix));
        boolean isInRequest = rule != RuleId.FILE_ACCESS;
        MediaVerdict verdict = preflight.unread(
                subject,
                isInRequest ? Phrase.of("access.not-reached") : why,
                fix,
                bytesRead,
                System.nanoTime() - start);
        return new Fetched(Optional.of(verdict), isInRequest && isText(why) ? List.of() : findings, Optional.empty());
    }

    /** Whether that is what {@code request.*.url} says, too. */
    private static boolean isText(Phrase why) {
        return why.key().equals(TEXT);
    }
}
