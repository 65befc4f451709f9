package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.RawArguments;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names, and before them at most the form of the report: what most scripts call the program with. To read them takes no parser, which
 * takes as long to start as a check.
 *
 * @param formats none or one
 */
public record PlainArguments(List<String> formats, List<String> names) {
    private static final String LONG = "--format";
    private static final String SHORT = "-f";

    /** Empty where there is anything else among them, and where the form has no value: the parser says so. */
    public static Optional<PlainArguments> of(String[] args) {
        if (RawArguments.areNamesOnly(args)) {
            return Optional.of(new PlainArguments(List.of(), List.of(args)));
        }
        if (args[0].startsWith(LONG + "=")) {
            return behind(args, 1, args[0].substring(LONG.length() + 1));
        }
        boolean named = args[0].equals(LONG) || args[0].equals(SHORT);
        return named && args.length > 1 ? behind(args, 2, args[1]) : Optional.empty();
    }

    private static Optional<PlainArguments> behind(String[] args, int from, String format) {
        String[] names = Arrays.copyOfRange(args, from, args.length);
        return !format.startsWith("-") && !format.isEmpty() && RawArguments.areNamesOnly(names)
                ? Optional.of(new PlainArguments(List.of(format), List.of(names)))
                : Optional.empty();
    }
}
