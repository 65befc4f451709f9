package io.mediapreflight.cli.objects;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Arguments of commands that take files and directories, and neither URLs nor standard input. */
public final class FileArguments {
    private static final String STANDARD_INPUT = "-";

    private FileArguments() {}

    /** Whether an argument is a URL that is fetched from. */
    public static boolean isUrl(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Refuses what only a check takes: a result for each would say that there is no such file. */
    public static void check(List<String> names, String command) throws UsageException {
        for (String name : names) {
            if (isUrl(name)) {
                throw new UsageException(Phrase.of("cli:takes-no-url").with("command", command));
            }
            if (name.equals(STANDARD_INPUT) && !Files.exists(Path.of(name))) {
                throw new UsageException(Phrase.of("cli:takes-no-input").with("command", command));
            }
        }
    }
}
