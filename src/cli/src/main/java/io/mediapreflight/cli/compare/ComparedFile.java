package io.mediapreflight.cli.compare;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file, and what the programs say of it.
 *
 * @param same which facts each program says the same of
 * @param differences in the order of the facts, then of the programs
 * @param problems of those that have said nothing that can be used, this one among them
 */
record ComparedFile(SourceName source, List<Same> same, List<Difference> differences, List<Problem> problems) {
    private static final Set<Fact> OF_VIDEOS = EnumSet.of(Fact.VIDEO_CODEC, Fact.AUDIO, Fact.ROTATION, Fact.FRAME_RATE);

    ComparedFile {
        same = List.copyOf(same);
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }

    /** A fact that a program says the same of. */
    record Same(Fact fact, MediaTool tool) {}

    /** Why there is nothing to compare; by this program where none is named. */
    record Problem(Optional<MediaTool> tool, Phrase why) {}

    /** A file that could not be read here. */
    static ComparedFile unreadable(Verdict verdict) {
        List<Problem> problems = verdict.findings().stream()
                .map(Finding::message)
                .map(message -> new Problem(Optional.empty(), Phrase.verbatim(message)))
                .toList();
        return new ComparedFile(verdict.source(), List.of(), List.of(), problems);
    }

    static ComparedFile of(Verdict verdict, Map<MediaTool, InstalledTool.Report> reports) {
        OwnFacts own = OwnFacts.of(verdict);
        List<Same> same = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            // A format whose headers are not read here has no more facts than these two, and says so by itself.
            if (fact.isOfContent() || own.hasProbe()) {
                reports.forEach((tool, report) -> compare(fact, own, tool, report, same, differences));
            }
        }
        List<Problem> problems = new ArrayList<>();
        reports.forEach((tool, report) ->
                report.problem().ifPresent(why -> problems.add(new Problem(Optional.of(tool), why))));
        return new ComparedFile(verdict.source(), same, differences, problems);
    }

    private static void compare(
            Fact fact,
            OwnFacts own,
            MediaTool tool,
            InstalledTool.Report report,
            List<Same> same,
            List<Difference> differences) {
        Said theirs = report.facts().get(fact);
        if (theirs == null || isBeside(fact, own, report) || isOfNoImage(fact, own)) {
            return;
        }
        Optional<Said> ours = Optional.ofNullable(own.facts().get(fact));
        if (ours.isEmpty() && Reasons.isZero(fact, theirs)) {
            return; // unknown on both sides
        }
        if (ours.isPresent() && ours.get().isSameAs(theirs)) {
            same.add(new Same(fact, tool));
        } else {
            differences.add(new Difference(fact, ours, tool, theirs, Reasons.of(fact, own, theirs)));
        }
    }

    /** What is a fact of videos alone is not missing of an image that a program takes for one; its kind differs, and that is said. */
    private static boolean isOfNoImage(Fact fact, OwnFacts own) {
        Said kind = own.facts().get(Fact.KIND);
        return OF_VIDEOS.contains(fact) && kind != null && kind.text().equals(Kind.IMAGE.id());
    }

    /** What both take for no media has a format of which each has words of its own. */
    private static boolean isBeside(Fact fact, OwnFacts own, InstalledTool.Report report) {
        return fact == Fact.FORMAT && isOther(own.facts()) && isOther(report.facts());
    }

    private static boolean isOther(Map<Fact, Said> facts) {
        Said kind = facts.get(Fact.KIND);
        return kind != null && kind.text().equals(Kind.OTHER.id());
    }
}
