package io.mediapreflight.report.html;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Makes a row of a verdict: everything in it is bounded, since all of it may come from a file. */
final class RowMaker {
    private static final int MAX_FINDINGS = 20;
    private static final int MAX_SENTENCE = 600;
    private static final int MAX_VALUE = 200;

    /** A longer command is left out: cut off, it would do something else. */
    private static final int MAX_COMMAND = 8_000;

    /** A stem of a few letters may be a part of any word of a command. */
    private static final int MIN_STEM = 4;

    private final boolean keepsMedia;

    /** @param keepsMedia whether thumbnails will be made */
    RowMaker(boolean keepsMedia) {
        this.keepsMedia = keepsMedia;
    }

    Row row(Verdict verdict, FigureSink figures, Label label) {
        List<Row.RowFinding> findings = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        List<MediaVerdict> media = new ArrayList<>(verdict.media());
        if (verdict instanceof MediaVerdict file) {
            media.add(file);
        }
        long count = findings(verdict, "", findings);
        for (MediaVerdict each : verdict.media()) {
            count += findings(each, each.path().orElse(""), findings);
        }
        count += advice(verdict, "", findings);
        for (MediaVerdict each : verdict.media()) {
            count += advice(each, each.path().orElse(""), findings);
        }
        for (MediaVerdict each : media) {
            Wording.command(each)
                    .filter(command -> command.length() <= MAX_COMMAND)
                    .ifPresent(commands::add);
        }
        return new Row(
                label,
                stem(verdict.source(), label),
                verdict.outcome(),
                verdict.skipped(),
                verdict.isAccepted(),
                verdict.format().map(Format::label).or(verdict::kindId).orElse(""),
                figures.width(),
                figures.height(),
                figures.seconds(),
                figures.bytes(),
                List.copyOf(findings),
                count - findings.size(),
                List.copyOf(commands),
                keepsMedia ? List.copyOf(media) : List.of());
    }

    /** Where commands have the name as the row has it, its beginning is not repeated. */
    private static String stem(SourceName source, Label label) {
        String stem = source.stem();
        return stem.length() >= MIN_STEM && label.name().startsWith(stem) ? stem : "";
    }

    /** Adds what was found as long as there is room, and returns how much there was. */
    private static long findings(Verdict verdict, String place, List<Row.RowFinding> findings) {
        List<Finding> distinct = Wording.distinct(verdict);
        for (Finding finding : distinct) {
            if (findings.size() < MAX_FINDINGS) {
                findings.add(finding(verdict, finding, place));
            }
        }
        return distinct.size();
    }

    /** Likewise the advice. */
    private static long advice(Verdict verdict, String place, List<Row.RowFinding> findings) {
        for (Advice advice : verdict.advice()) {
            if (findings.size() < MAX_FINDINGS) {
                findings.add(advice(verdict, advice, place));
            }
        }
        return verdict.advice().size();
    }

    private static Row.RowFinding finding(Verdict verdict, Finding finding, String place) {
        Acceptance acceptance = verdict.acceptances().get(finding);
        return new Row.RowFinding(
                text(finding.rule().id(), MAX_VALUE),
                finding.severity().id(),
                text(finding.message(), MAX_SENTENCE),
                text(finding.actual(), MAX_VALUE),
                text(finding.limit(), MAX_VALUE),
                text(Wording.fix(finding.fix(), verdict.source()), MAX_SENTENCE),
                acceptance == null ? "" : text(Wording.acceptance(finding, acceptance), MAX_SENTENCE),
                text(finding.path().orElse(place), MAX_VALUE));
    }

    private static Row.RowFinding advice(Verdict verdict, Advice advice, String place) {
        return new Row.RowFinding(
                advice.id().id(),
                Advice.SEVERITY,
                text(advice.message(), MAX_SENTENCE),
                text(advice.actual(), MAX_VALUE),
                text(advice.limit(), MAX_VALUE),
                text(Wording.fix(advice.fix(), verdict.source()), MAX_SENTENCE),
                "",
                text(advice.path().orElse(place), MAX_VALUE));
    }

    /** Spelt out before it is measured, since that may make it longer. */
    private static String text(String text, int max) {
        return Clipped.beginning(SafeText.of(Clipped.beginning(text, max)), max);
    }
}
