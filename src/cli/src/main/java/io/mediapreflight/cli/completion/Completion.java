package io.mediapreflight.cli.completion;

import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.HelpText;
import io.mediapreflight.cli.options.RuleNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What can stand on a command line.
 *
 * @param commands in their order
 * @param options that stand in the place of a command
 */
record Completion(List<Subcommand> commands, List<Option> options) {
    Completion {
        commands = List.copyOf(commands);
        options = List.copyOf(options);
    }

    /** What a value may be: none at all, one of some words, the name of a file or a directory, or anything. */
    enum Kind {
        NOTHING,
        WORDS,
        FILES,
        DIRECTORIES,
        ANYTHING
    }

    /**
     * A command.
     *
     * @param operand what stands behind its options
     */
    record Subcommand(String name, String summary, List<Option> options, Values operand) {
        Subcommand {
            options = List.copyOf(options);
        }
    }

    /**
     * An option.
     *
     * @param names with their dashes, the shortest first
     * @param repeatable whether it may stand more than once
     */
    record Option(List<String> names, String description, Values values, boolean repeatable) {
        Option {
            names = List.copyOf(names);
        }

        /** Such as {@code --format}. */
        List<String> longNames() {
            return names.stream().filter(name -> name.startsWith("--")).toList();
        }
    }

    /**
     * Values of an option, or operands.
     *
     * @param label what they are called in the help
     */
    record Values(Kind kind, List<String> words, String label) {
        Values {
            words = List.copyOf(words);
        }
    }

    /** Of these commands, and of the options of the program. */
    static Completion of(Map<String, CommandSpec> commands, CommandSpec overview) {
        HelpText help = new HelpText();
        List<String> names = List.copyOf(commands.keySet());
        List<Subcommand> all = new ArrayList<>();
        commands.forEach((name, spec) -> all.add(new Subcommand(
                name,
                help.text(name + ".summary"),
                options(name, spec, help),
                spec.positionalParameters().isEmpty()
                        ? new Values(Kind.NOTHING, List.of(), "")
                        : operand(spec.positionalParameters().get(0), names))));
        return new Completion(all, options("preflight", overview, help));
    }

    private static List<Option> options(String command, CommandSpec spec, HelpText help) {
        List<Option> options = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            List<String> names = new ArrayList<>(List.of(option.names()));
            if (option.negatable()) {
                names.add(Flags.opposite(option.longestName()));
            }
            options.add(new Option(names, help.of(command, option), values(option), option.isMultiValue()));
        }
        return options;
    }

    private static Values values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return new Values(Kind.NOTHING, List.of(), "");
        }
        String label = option.paramLabel();
        List<String> words = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(words::add);
        } else if (label.equals("RULE")) {
            words.addAll(RuleNames.rules());
        }
        return words.isEmpty() ? new Values(kind(label), List.of(), label) : new Values(Kind.WORDS, words, label);
    }

    private static Values operand(PositionalParamSpec operand, List<String> commands) {
        String label = operand.paramLabel();
        if (operand.completionCandidates() != null) {
            List<String> words = new ArrayList<>();
            operand.completionCandidates().forEach(words::add);
            return new Values(Kind.WORDS, words, label);
        }
        return switch (label) {
            case "RULE_ID" -> new Values(Kind.WORDS, RuleNames.all(), label);
            case "COMMAND" -> new Values(Kind.WORDS, commands, label);
            // An audit takes the names of files, too.
            case "DIR" -> new Values(Kind.FILES, List.of(), label);
            default -> new Values(kind(label), List.of(), label);
        };
    }

    private static Kind kind(String label) {
        if (label.contains("FILE") || label.contains("PATH") || label.contains(".json")) {
            return Kind.FILES;
        }
        return label.contains("DIR") ? Kind.DIRECTORIES : Kind.ANYTHING;
    }
}
