package io.mediapreflight.report;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.SourceName;
import java.util.List;
import java.util.Optional;

/** A fix for one file: the sentence, and the command with real names in it, to be pasted into a shell. */
final class Remedy {
    private final String advice;
    private final List<String> words;

    Remedy(Fix fix, SourceName source) {
        this.advice = fix.advice();
        this.words = fix.commandFor(source);
    }

    /** The sentence; it ends in a colon where a command follows. */
    String sentence() {
        return words.isEmpty() || !advice.endsWith(".") ? advice : advice.substring(0, advice.length() - 1) + ":";
    }

    /** The command, in printable characters only; empty where none helps. */
    Optional<String> command() {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(QuotedCommand.of(words));
    }

    /** The sentence, and the command behind it. */
    String inOneLine() {
        return command().map(command -> sentence() + " " + command).orElse(advice);
    }
}
