package io.mediapreflight.cli.options;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The rules that do not count in a run. Their findings stay in every report, marked.
 *
 * @param rules none unless the user names some
 */
public record IgnoredRules(Set<RuleDescription> rules) {
    private static final String IGNORE = "--ignore";

    public IgnoredRules {
        rules = Set.copyOf(rules);
    }

    static IgnoredRules none() {
        return new IgnoredRules(Set.of());
    }

    public static void addOption(CommandSpec spec) {
        spec.addOption(Flags.list(IGNORE).paramLabel("RULE").build());
    }

    static IgnoredRules of(ParseResult parsed) throws UsageException {
        List<String> ids = parsed.matchedOptionValue(IGNORE, List.of());
        Set<RuleDescription> rules = new HashSet<>();
        for (String id : ids) {
            rules.add(rule(id));
        }
        return new IgnoredRules(rules);
    }

    private static RuleId rule(String id) throws UsageException {
        return RuleId.of(id).orElseThrow(() -> new UsageException(refusal(id).orElseThrow()));
    }

    /** Why nothing can be ignored that is called so; empty where a rule is. */
    public static Optional<Phrase> refusal(String id) {
        if (RuleId.of(id).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                AdviceId.of(id).isPresent() ? Phrase.of("cli:ignored-advice").with("rule", id) : RuleNames.unknown(id));
    }

    /** The same verdict with the findings of these rules marked; what a baseline accepts of them is no matter any more. */
    public Verdict applyTo(Verdict verdict) {
        if (rules.isEmpty()) {
            return verdict;
        }
        Verdict marked = verdict instanceof RequestVerdict request ? request.withMedia(this::mark) : verdict;
        return marked.accepted(acceptances(marked));
    }

    private MediaVerdict mark(MediaVerdict media) {
        return media.accepted(acceptances(media));
    }

    private Map<Finding, Acceptance> acceptances(Verdict verdict) {
        Map<Finding, Acceptance> all = new HashMap<>(verdict.acceptances());
        for (Finding finding : verdict.findings()) {
            if (rules.contains(finding.rule())) {
                all.put(finding, Acceptance.IGNORED);
            }
        }
        return all;
    }
}
