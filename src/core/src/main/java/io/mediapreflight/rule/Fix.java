package io.mediapreflight.rule;

import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.List;

/**
 * How to fix what a finding reports.
 *
 * @param sentence what to do, as data; see {@link #advice}
 * @param command the words of a command that fixes it, with {@link #INPUT}, {@link #OUTPUT} and {@link #STEM} where
 *     names belong; empty where no command does it. Reports insert the real names, quoted for a shell.
 */
public record Fix(Phrase sentence, List<String> command) {
    /** Stands in a command for the file that was judged. */
    public static final String INPUT = "INPUT";

    /** Stands in a command for its output file; the extension follows. */
    public static final String OUTPUT = "OUTPUT";

    /** Stands in a command for the name of the file that was judged, without its extension. */
    public static final String STEM = "STEM";

    public Fix {
        command = List.copyOf(command);
    }

    /** A fix in the caller's words. */
    public Fix(String advice, List<String> command) {
        this(Phrase.verbatim(advice), command);
    }

    /** The usual fix of the rule. */
    public static Fix of(RuleDescription rule) {
        return of(advice(rule));
    }

    /** A fix in these words, with this command or without one. */
    public static Fix of(Phrase advice, String... command) {
        return new Fix(advice, List.of(command));
    }

    static Phrase advice(RuleDescription rule) {
        return rule instanceof RuleId ? Phrase.of(rule.id() + ".fix") : Phrase.verbatim(rule.remedy());
    }

    /** What to do: a whole sentence. */
    public String advice() {
        return sentence.toString();
    }
}
