package io.mediapreflight.report.html;

import io.mediapreflight.rule.Outcome;
import java.util.List;

/** The outcomes by their numbers in a page, the worst last. */
final class Severity {
    static final List<Outcome> ALL = List.of(Outcome.values());

    private Severity() {}

    static int of(Outcome outcome) {
        return ALL.indexOf(outcome);
    }
}
