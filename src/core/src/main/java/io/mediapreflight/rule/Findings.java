package io.mediapreflight.rule;

import io.mediapreflight.spec.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects findings; a rule that passes costs nothing. */
public final class Findings {
    private List<Finding> list = List.of();

    Findings() {}

    void add(RuleId rule, Outcome severity, String actual, String limit, Fix fix) {
        add(new Finding(rule, severity, actual, limit, fix));
    }

    void add(RuleId rule, Outcome severity, Actual actual, String limit, Optional<Bound> bound, Fix fix) {
        add(new Finding(rule, severity, actual.words(), limit, fix, Optional.empty(), actual.measured(), bound));
    }

    void add(Finding finding) {
        if (list.isEmpty()) {
            list = new ArrayList<>();
        }
        list.add(finding);
    }

    /** What was found, worst first, then in the order of SPEC.md. Unmodifiable. */
    public List<Finding> worstFirst() {
        if (list.isEmpty()) {
            return List.of();
        }
        list.sort(Finding.WORST_FIRST);
        return List.copyOf(list);
    }
}
