package io.mediapreflight.cli.audit;

import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.output.OutputFile;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.report.FixScript;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;

/** A script of all plans that is being written: it gets its name when the audit has ended. */
final class FixScriptFile {
    private final String name;
    private final OutputFile file;
    private final FixScript script;
    private final WritingSteps steps = new WritingSteps();

    private FixScriptFile(String name, OutputFile file) {
        this.name = name;
        this.file = file;
        this.script = new FixScript(file.stream(), Version.tool(), FixOptions.STANDARD);
    }

    static FixScriptFile open(String name, Limits limits) throws OutputException {
        FixScriptFile opened = new FixScriptFile(VisibleSource.of(SourceName.of(name)), OutputFile.open(name));
        opened.steps.take(() -> opened.script.begin(limits));
        return opened;
    }

    void add(Verdict verdict) {
        steps.take(() -> script.add(verdict));
    }

    /** Puts it in its place, also where the audit ended early: then it says so. Returns whether it is there. */
    boolean end(Summary summary, Diagnostics diagnostics) {
        steps.take(() -> script.end(summary));
        steps.take(file::complete);
        if (steps.failure().isEmpty()) {
            return true;
        }
        file.discard();
        diagnostics.say(Phrase.of("cli:cannot-write-file")
                .with("file", name)
                .with("reason", Diagnostics.reason(steps.failure().get())));
        return false;
    }

    void discard() {
        file.discard();
    }
}
