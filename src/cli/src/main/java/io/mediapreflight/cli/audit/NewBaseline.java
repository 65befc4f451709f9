package io.mediapreflight.cli.audit;

import io.mediapreflight.Verdict;
import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.audit.baseline.BaselineWriter;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.output.OutputFile;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.time.LocalDate;

/** A baseline that is being written: it takes the place of the old one when the audit has come to its end. */
final class NewBaseline {
    private final String name;
    private final OutputFile file;
    private final BaselineWriter writer;
    private final LocalDate expires;
    private final WritingSteps steps = new WritingSteps();

    private NewBaseline(String name, OutputFile file, BaselineWriter writer, LocalDate expires) {
        this.name = name;
        this.file = file;
        this.writer = writer;
        this.expires = expires;
    }

    static NewBaseline open(BaselineOptions options, Baseline previous, LocalDate today) throws OutputException {
        String name = options.file().orElseThrow();
        LocalDate expires = options.expires().orElse(today.plusDays(Baseline.DEFAULT_DAYS));
        OutputFile file = OutputFile.open(name);
        BaselineWriter writer = new BaselineWriter(file.stream(), previous, options.reason(), expires);
        NewBaseline baseline = new NewBaseline(VisibleSource.of(SourceName.of(name)), file, writer, expires);
        baseline.steps.take(writer::begin);
        return baseline;
    }

    void add(Verdict verdict) {
        steps.take(() -> writer.add(verdict));
    }

    /**
     * Puts it in its place, or leaves the old one there.
     *
     * @param complete whether everything was audited: what was not would no longer be accepted
     * @return whether it is in its place
     */
    boolean end(boolean complete, Diagnostics diagnostics) {
        if (complete) {
            steps.take(writer::end);
            steps.take(file::complete);
        }
        if (steps.failure().isPresent() || !complete) {
            file.discard();
            String why = steps.failure()
                    .map(Diagnostics::reason)
                    .orElseGet(() -> Phrase.of("cli:baseline-incomplete").toString());
            diagnostics.say(
                    Phrase.of("cli:baseline-not-written").with("file", name).with("reason", why));
            return false;
        }
        diagnostics.say(Phrase.of("cli:baseline-written")
                .with("file", name)
                .with("count", writer.findings())
                .with("date", expires.toString()));
        return true;
    }
}
