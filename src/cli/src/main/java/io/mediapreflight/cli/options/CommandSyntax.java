package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What picocli does for every command: it parses, and prints help. Commands are specified by code, and only when they are
 * called: annotations and a whole tree of commands would cost half of a short run.
 */
public final class CommandSyntax {
    private static final int USAGE_WIDTH = 100;

    private static final Pattern OPTION_NAME = Pattern.compile("--[A-Za-z][A-Za-z-]{0,39}|-[A-Za-z]");

    private CommandSyntax() {}

    /** A command that knows only how to help. */
    public static CommandSpec spec(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().width(USAGE_WIDTH).synopsisHeading("Usage: ");
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
    }

    public static void describe(CommandSpec spec, String sentence) {
        spec.usageMessage()
                .header(sentence)
                .synopsisHeading("%nUsage: ")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
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

    /** Parses the arguments behind the command's name; they are taken as they stand. */
    public static ParseResult parse(CommandSpec spec, String[] args) throws UsageException {
        CommandLine line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
        try {
            return line.parseArgs(args);
        } catch (ParameterException e) {
            throw new UsageException(message(e));
        }
    }

    /** The same for a command that has a key: a message repeats no value, which may be one in the wrong place. */
    public static ParseResult parseSilently(CommandSpec spec, String[] args) throws UsageException {
        CommandLine line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
        try {
            return line.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(e.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .findFirst()
                    .map(argument -> "unknown option '" + optionName(argument) + "'")
                    .orElse("there are more arguments than it takes"));
        } catch (ParameterException e) {
            String message = message(e);
            String value = e.getValue() == null ? "" : e.getValue();
            throw new UsageException(value.isEmpty() ? message : message.replace(value, "…"));
        }
    }

    /** An option as far as it is surely a name: nothing from its {@code =} on, and one letter behind a single dash. */
    public static String optionName(String argument) {
        Matcher name = OPTION_NAME.matcher(argument);
        return name.lookingAt() ? name.group() : "-";
    }

    private static String message(ParameterException e) {
        String message = e.getMessage() == null ? "it cannot be understood" : e.getMessage();
        return message.startsWith("Unknown option")
                ? message + " (a file whose name begins with - goes behind --, or begins with ./)"
                : message;
    }

    /** How to use a command, ready to be printed. */
    public static String usage(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }
}
