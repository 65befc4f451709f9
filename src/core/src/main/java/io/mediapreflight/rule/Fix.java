package io.mediapreflight.rule;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * How to fix what a finding reports.
 *
 * @param sentence what to do, as data; see {@link #advice}
 * @param command the words of a command that fixes it, with {@link #INPUT} and {@link #OUTPUT} where
 *     names belong; empty where no command does it. {@link #commandFor} inserts the real ones.
 */
public record Fix(Phrase sentence, List<String> command) {
    /** Stands in a command for the file that was judged. */
    public static final String INPUT = "INPUT";

    /** Stands in a command for its output file; the extension follows. */
    public static final String OUTPUT = "OUTPUT";

    /** Another file, an image, is needed: no conversion makes this one fit. */
    public static final Fix USE_IMAGE = of(Phrase.of("fix.use-image"));

    /** Likewise a video. */
    public static final Fix USE_VIDEO = of(Phrase.of("fix.use-video"));

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

    /**
     * The command for this file, with its name in it and that of the output file beside it, such as {@code dance-fixed.mp4}: words to
     * start a process with, or to quote for a shell.
     *
     * @param source as its verdict names it
     * @return empty where no command fixes it, or none can name the file
     */
    public List<String> commandFor(SourceName source) {
        List<String> words = new ArrayList<>();
        for (String word : source.fitsCommands() ? command : List.<String>of()) {
            words.add(named(word, source));
        }
        return List.copyOf(words);
    }

    /** Puts the name in the place of the one token that a word may hold. */
    private static String named(String word, SourceName source) {
        int at = word.indexOf(INPUT);
        if (at >= 0) {
            return join(word, at, INPUT, source.path());
        }
        at = word.indexOf(OUTPUT);
        return at >= 0 ? join(word, at, OUTPUT, source.fixedStem()) : word;
    }

    private static String join(String word, int at, String token, String name) {
        String here = at == 0 && isMisread(name) ? "./" : "";
        return word.substring(0, at) + here + name + word.substring(at + token.length());
    }

    /** Whether a program takes the name for an option, or ImageMagick for a list of files or a coder ({@code x:y.jpg}). */
    private static boolean isMisread(String name) {
        int colon = name.indexOf(':');
        int slash = name.indexOf('/');
        boolean hasPrefix = colon >= 0 && (slash < 0 || colon < slash) && !name.startsWith("//", colon + 1);
        return name.startsWith("-") || name.startsWith("@") || hasPrefix;
    }
}
