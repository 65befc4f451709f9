package io.mediapreflight.report;

import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleDescription;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts verdicts as they come, and keeps none of them. Not safe for use by several threads at once. */
public final class Tally {
    private final Counter outcomes = new Counter();
    private final Counter accepted = new Counter();
    private final Counter attention = new Counter();
    private final Map<RuleDescription, Counter> byRule = new HashMap<>();
    private final Map<AdviceId, Long> byAdvice = new EnumMap<>(AdviceId.class);
    private long skipped;
    private long requests;
    private long bytes;
    private long bytesRead;

    /** Nothing is counted yet. */
    public Tally() {}

    /** Counts a request as one; the bytes and the findings of its media are counted with it. */
    public void add(Verdict verdict) {
        bytesRead += verdict.bytesRead();
        if (verdict.skipped()) {
            skipped++;
            return;
        }
        requests += verdict instanceof RequestVerdict ? 1 : 0;
        outcomes.count(verdict.outcome());
        Outcome counted = verdict.countedOutcome();
        attention.count(counted);
        if (counted == Outcome.PASS && !verdict.passed()) {
            accepted.count(verdict.outcome());
        }
        countParts(verdict);
        verdict.media().forEach(this::countParts);
    }

    private void countParts(Verdict verdict) {
        if (verdict.bytes().isPresent()) {
            bytes += verdict.bytes().get().atLeast();
        }
        countFindings(verdict.findings());
        countAdvice(verdict.advice());
    }

    private void countFindings(List<Finding> findings) {
        for (Finding finding : findings) {
            byRule.computeIfAbsent(finding.rule(), rule -> new Counter()).count(finding.severity());
        }
    }

    private void countAdvice(List<Advice> list) {
        for (Advice advice : list) {
            byAdvice.merge(advice.id(), 1L, Long::sum);
        }
    }

    /**
     * What was counted by now.
     *
     * @param elapsed how long it took
     * @param complete whether this is all there was to judge
     */
    public Summary summary(Duration elapsed, boolean complete) {
        Map<RuleDescription, Counts> rules = new HashMap<>();
        for (Map.Entry<RuleDescription, Counter> each : byRule.entrySet()) {
            rules.put(each.getKey(), each.getValue().counts());
        }
        return new Summary(
                outcomes.counts(),
                accepted.counts(),
                attention.counts(),
                skipped,
                requests,
                rules,
                byAdvice,
                bytes,
                bytesRead,
                elapsed,
                complete);
    }

    private static final class Counter {
        private long pass;
        private long warn;
        private long unknown;
        private long fail;

        void count(Outcome outcome) {
            switch (outcome) {
                case PASS -> pass++;
                case WARN -> warn++;
                case UNKNOWN -> unknown++;
                case FAIL -> fail++;
            }
        }

        Counts counts() {
            return new Counts(pass, warn, unknown, fail);
        }
    }
}
