package io.mediapreflight.rule;

import io.mediapreflight.spec.Bounds;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. A rule that passes allocates nothing. */
public final class Findings {
    private final Limits limits;
    private List<Finding> list = List.of();

    Findings(Limits limits) {
        this.limits = limits;
    }

    /** A finding of a rule with its bound under the limits, yet to be added. */
    Finding of(RuleId rule, Outcome severity) {
        return Finding.of(rule, severity).within(Bounds.of(rule, limits));
    }

    void add(Finding finding) {
        if (list.isEmpty()) {
            list = new ArrayList<>();
        }
        list.add(finding);
    }

    /** Whether every rule passed so far. */
    boolean isEmpty() {
        return list.isEmpty();
    }

    /** The findings, worst first, then in the order of the rules. Unmodifiable. */
    public List<Finding> worstFirst() {
        if (list.isEmpty()) {
            return List.of();
        }
        list.sort(Finding.WORST_FIRST);
        return List.copyOf(list);
    }
}
