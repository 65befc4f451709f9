package io.mediapreflight.report;

import io.mediapreflight.fix.Step;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/** What became of fixing a file, as lines for people. */
final class FixingText {
    private static final String PLAN = "plan: ";
    private static final String FIXED = "fixed: ";
    private static final String COPY = "copy: ";
    private static final String NOT_FIXED = "not fixed: ";

    private FixingText() {}

    /**
     * A line, and below it a command where there is one.
     *
     * @param title what kind of line it is
     */
    record Line(String title, String words, Optional<String> command) {
        Line(String title, String words) {
            this(title, words, Optional.empty());
        }
    }

    /** @param shell for which commands are quoted */
    static List<Line> of(Fixing fixing, Shell shell) {
        if (fixing instanceof Fixing.Fixed fixed) {
            return List.of(new Line(FIXED, steps(fixed.plan().steps())), new Line(COPY, copy(fixed)));
        }
        if (fixing instanceof Fixing.Copied copied) {
            return List.of(new Line(COPY, VisibleSource.of(copied.copy())));
        }
        if (fixing instanceof Fixing.Planned planned) {
            return List.of(plan(planned, shell));
        }
        if (fixing instanceof Fixing.ToBeCopied copied) {
            return List.of(new Line(PLAN, copyTo(copied)));
        }
        return fixing instanceof Fixing.NotFixed not
                ? List.of(new Line(NOT_FIXED, not.reason().toString()))
                : List.of();
    }

    private static String copyTo(Fixing.ToBeCopied copied) {
        return Phrase.of("report:fix.copy-to")
                .with("file", VisibleSource.of(copied.copy()))
                .toString();
    }

    private static String copy(Fixing.Fixed fixed) {
        String headline = Headline.of(fixed.copy());
        String name = VisibleSource.of(fixed.copy().source());
        return headline.isEmpty() ? name : name + "  " + headline;
    }

    /** Only a POSIX shell has a command that copies a file and overwrites none. */
    private static Line plan(Fixing.Planned planned, Shell shell) {
        String steps = steps(planned.plan().steps());
        Optional<String> command = planned.command()
                .filter(each -> shell == Shell.POSIX || !each.copies())
                .flatMap(shell::quoted);
        return command.isPresent() ? new Line(PLAN, steps + ":", command) : new Line(PLAN, steps);
    }

    private static String steps(List<Step> steps) {
        return String.join(", ", PrintedPlan.words(steps));
    }
}
