package io.mediapreflight.rule;

import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.text.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of the caller's own, held to their contract: whatever one of them does, there is a result, and never a pass by accident. */
final class OwnRules {
    private final List<Rule> rules;

    /** @throws IllegalArgumentException where two have one id */
    OwnRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.description().id())) {
                throw new IllegalArgumentException(
                        "two rules have the id " + rule.description().id());
            }
        }
    }

    void judge(MediaFacts facts, Subject subject, Findings findings) {
        for (Rule rule : rules) {
            try {
                for (Finding finding : rule.judge(facts, subject)) {
                    findings.add(finding.rule().equals(rule.description()) ? finding : otherRule(rule, finding));
                }
            } catch (Exception e) { // a checked one too, which Kotlin does not have to declare
                findings.add(unknown(rule, reason(e)));
            }
        }
    }

    /** The words of the exception; its name means nothing to a user. */
    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank()
                ? Phrase.of("own-rule-failed.unexplained").toString()
                : message;
    }

    private static Finding otherRule(Rule rule, Finding finding) {
        return unknown(
                rule,
                Phrase.of("own-rule-failed.other")
                        .with("other", finding.rule().id())
                        .toString());
    }

    private static Finding unknown(Rule rule, String reason) {
        return Finding.of(rule.description(), Outcome.UNKNOWN)
                .detailed(Phrase.of("own-rule-failed")
                        .with("rule", rule.description().id())
                        .with("reason", reason))
                .fixedBy(Fix.of(Phrase.of("fix.report-to-rule-author")));
    }
}
