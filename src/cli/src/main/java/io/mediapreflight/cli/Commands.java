package io.mediapreflight.cli;

import java.util.List;
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
 * The commands as picocli knows them. Each is specified by code, and only when it is the one that was called:
 * annotations and a whole tree of commands would cost half of a short run.
 */
final class Commands {
    private static final int USAGE_WIDTH = 100;

    private static final Pattern OPTION_NAME = Pattern.compile("--[A-Za-z][A-Za-z-]{0,39}|-[A-Za-z]");

    private Commands() {}

    /** A command that knows only how to help. */
    static CommandSpec spec(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().width(USAGE_WIDTH).synopsisHeading("Usage: ");
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
    }

    static void describe(CommandSpec spec, String sentence) {
        spec.usageMessage()
                .header(sentence)
                .synopsisHeading("%nUsage: ")
                .parameterListHeading("%n")
                .optionListHeading("%nOptions:%n");
    }

    /** Every command, for the help and the completion. */
    static CommandLine all() {
        CommandSpec spec = spec("preflight");
        describe(spec, "Judges images and videos against a generation service's limits before anything is uploaded.");
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        spec.addSubcommand("check", CheckOptions.spec("check"));
        spec.addSubcommand("audit", AuditOptions.spec("audit"));
        for (String command : List.of("submit", "task", "journal")) {
            spec.addSubcommand(command, serviceSpec(command, command));
        }
        spec.addSubcommand("rules", RulesCommand.spec("rules"));
        spec.addSubcommand("completion", CompletionCommand.spec("completion"));
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExit codes:%n")
                .footer(
                        "  0    everything passed (warnings are allowed unless --strict); submitted; task succeeded",
                        "  1    something failed or is unknown; not cleared; task failed",
                        "  2    the command line was wrong",
                        "  3    the service refused, or could not be reached: nothing was carried out",
                        "  4    sent, now or earlier, and its answer lost: look before sending it again",
                        "  5    --wait ended before the task did, which goes on",
                        "  6    the program could not do its own part, such as writing a report",
                        "  130  interrupted; what was finished by then has been written");
        return new CommandLine(spec);
    }

    /** A command that speaks to the service, or of it. */
    static CommandSpec serviceSpec(String command, String name) {
        return switch (command) {
            case "submit" -> SubmitOptions.spec(name);
            case "task" -> TaskCommand.spec(name);
            default -> JournalCommand.spec(name);
        };
    }

    /** Parses the arguments behind the command's name; they are taken as they stand. */
    static ParseResult parse(CommandSpec spec, String[] args) throws UsageException {
        CommandLine line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
        try {
            return line.parseArgs(args);
        } catch (ParameterException e) {
            throw new UsageException(message(e));
        }
    }

    /** The same for a command that has a key: a message repeats no value, which may be one in the wrong place. */
    static ParseResult parseSilently(CommandSpec spec, String[] args) throws UsageException {
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
    static String optionName(String argument) {
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
    static String usage(CommandLine line) {
        return line.getUsageMessage(Ansi.OFF);
    }
}
