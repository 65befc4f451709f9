package io.mediapreflight.rule;

import java.util.List;

/**
 * How to mend what a finding reports.
 *
 * @param advice a whole sentence
 * @param command the words of a command that mends it, with {@link #INPUT}, {@link #OUTPUT} and {@link #STEM} where names
 *     belong; empty where no command does it. Whoever shows it puts real names in, quoted for a shell.
 */
public record Fix(String advice, List<String> command) {
    /** Stands in a command for the file that was judged. */
    public static final String INPUT = "INPUT";

    /** Stands in a command for the file that the command makes; what follows it is its extension. */
    public static final String OUTPUT = "OUTPUT";

    /** Stands in a command for the name of the file that was judged, without its extension. */
    public static final String STEM = "STEM";

    static Fix of(String advice, String... command) {
        return new Fix(advice, List.of(command));
    }
}
