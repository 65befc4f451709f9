package io.mediapreflight.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The commands as picocli knows them. Each is specified by code, and only when it is the one that was called:
 * annotations and a whole tree of commands would cost half of a short run.
 */
final class Commands {
    private static final int USAGE_WIDTH = 100;

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
        spec.addSubcommand("rules", RulesCommand.spec("rules"));
        spec.addSubcommand("completion", CompletionCommand.spec("completion"));
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExit codes:%n")
                .footer(
                        "  0    everything passed (warnings are allowed unless --strict)",
                        "  1    something failed or is unknown",
                        "  2    the command line was wrong",
                        "  6    the program could not do its own part, such as writing a report",
                        "  130  interrupted; what was finished by then has been written");
        return new CommandLine(spec);
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
