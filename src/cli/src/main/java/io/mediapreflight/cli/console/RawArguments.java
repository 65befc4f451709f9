package io.mediapreflight.cli.console;

import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The arguments as they were given. A JVM decodes them in the locale's charset and loses the bytes that are not valid in
 * it; Linux still has them. Arguments come back as {@link SurrogateEscape} has them.
 */
public final class RawArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char LOST = '\uFFFD';

    private RawArguments() {}

    /** The arguments with what the JVM lost, where that is available. */
    public static String[] of(String[] args) {
        for (String arg : args) {
            if (arg.indexOf(LOST) >= 0) {
                return fromSystem(args);
            }
        }
        return args;
    }

    /** Whether there is nothing to parse, which spares most runs the 25 ms that picocli takes to start. */
    public static boolean areNamesOnly(String[] args) {
        for (String arg : args) {
            if (arg.startsWith("-") && !arg.equals("-")) {
                return false;
            }
        }
        return true;
    }

    private static String[] fromSystem(String[] args) {
        try {
            return fromCommandLine(Files.readAllBytes(COMMAND_LINE), args);
        } catch (IOException e) {
            return args; // no Linux: the names stay as the JVM has them
        }
    }

    /** The last words of a command line, each ended by a NUL, which are the program's own arguments. */
    static String[] fromCommandLine(byte[] commandLine, String[] args) {
        String[] words = new String[args.length];
        int end = commandLine.length;
        for (int i = args.length - 1; i >= 0; i--) {
            int start = end - 1;
            while (start > 0 && commandLine[start - 1] != 0) {
                start--;
            }
            if (start < 0) {
                return args;
            }
            words[i] = SurrogateEscape.decode(Arrays.copyOfRange(commandLine, start, end - 1));
            end = start;
        }
        return agree(words, args) ? words : args;
    }

    /** Whether both are the same but for what was lost; else the launcher has changed them, as with {@code @file}. */
    private static boolean agree(String[] words, String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].indexOf(LOST) < 0 && !args[i].equals(words[i])) {
                return false;
            }
        }
        return true;
    }
}
