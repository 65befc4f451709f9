package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What picocli does for every command: it parses. Commands are specified by code, and only when they are called: annotations and
 * a whole tree of commands would cost half of a short run. Errors are said in our own words, since picocli's are English only.
 */
public final class CommandSyntax {
    private static final Pattern OPTION_NAME = Pattern.compile("--[A-Za-z][A-Za-z-]{0,39}|-[A-Za-z]");

    private static final String FORMAT = "--format";

    private CommandSyntax() {}

    /** A command that knows only {@code --help}. */
    public static CommandSpec spec(String name) {
        return CommandSpec.create()
                .name(name)
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build());
    }

    /** Parses the arguments after the command's name; they are taken as they stand. */
    public static ParseResult parse(CommandSpec spec, String[] args) throws UsageException {
        return parse(spec, args, false);
    }

    /** The same for a command that has a key: a message repeats no value, which may be one in the wrong place. */
    public static ParseResult parseSilently(CommandSpec spec, String[] args) throws UsageException {
        return parse(spec, args, true);
    }

    private static ParseResult parse(CommandSpec spec, String[] args, boolean silent) throws UsageException {
        CommandLine line = new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
        try {
            return line.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw new UsageException(unmatched(spec, e.getUnmatched(), silent));
        } catch (MissingParameterException e) {
            throw new UsageException(missing(e.getMissing()));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(overwritten(name(e.getOverwritten()), Arrays.asList(args)));
        } catch (ParameterException e) {
            boolean isFlag = e.getArgSpec() != null && e.getArgSpec().arity().max() == 0;
            throw new UsageException(
                    isFlag
                            ? Phrase.of("cli:no-value-allowed").with("option", name(e.getArgSpec()))
                            : Phrase.of("cli:arguments-not-understood"));
        }
    }

    private static Phrase overwritten(String option, List<String> args) {
        String opposite = option.startsWith("--") ? Flags.opposite(option) : option;
        return args.contains(option) && args.contains(opposite) && !option.equals(opposite)
                ? Phrase.of("cli:exclusive").with("one", option).with("other", opposite)
                : Phrase.of("cli:given-twice").with("option", option);
    }

    private static Phrase unmatched(CommandSpec spec, List<String> unmatched, boolean silent) {
        for (String argument : unmatched) {
            if (argument.startsWith("-") && argument.length() > 1) {
                return Phrase.of("cli:unknown-option")
                        .with("option", silent ? optionName(argument) : argument)
                        .with("hint", hint(spec, argument, silent));
            }
        }
        return silent || unmatched.isEmpty()
                ? Phrase.of("cli:too-many-arguments")
                : Phrase.of(unexpected(spec)).with("argument", unmatched.get(0));
    }

    /** In the words for the command, where it has its own. */
    private static String unexpected(CommandSpec spec) {
        String key = "cli:unexpected-argument";
        String own = key + "." + spec.name().substring(spec.name().lastIndexOf(' ') + 1);
        return Messages.current().pattern(own).isPresent() ? own : key;
    }

    /** The option that was meant; else what to do with a file that is called so. */
    private static Phrase hint(CommandSpec spec, String argument, boolean silent) {
        List<String> known = new ArrayList<>(
                spec.options().stream().map(OptionSpec::longestName).toList());
        spec.options().stream()
                .filter(OptionSpec::negatable)
                .forEach(option -> known.add(Flags.opposite(option.longestName())));
        List<String> formats = formats(spec);
        formats.forEach(format -> known.add("--" + format));
        String name = argument.replaceFirst("(?s)=.*", "");
        return Suggestion.name(name, known)
                .map(meant -> formats.contains(meant.substring(2)) ? FORMAT + " " + meant.substring(2) : meant)
                .map(meant -> Phrase.of("cli:hint.meant").with("name", meant))
                .orElseGet(() -> silent || !takesFiles(spec)
                        ? Phrase.of("cli:hint.help")
                        : Phrase.of("cli:hint.dash").with("option", argument));
    }

    /** What other programs have options for, such as {@code --json}. */
    private static List<String> formats(CommandSpec spec) {
        OptionSpec option = spec.findOption(FORMAT);
        List<String> formats = new ArrayList<>();
        if (option != null && option.completionCandidates() != null) {
            option.completionCandidates().forEach(formats::add);
        }
        return formats;
    }

    private static boolean takesFiles(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .map(ArgSpec::paramLabel)
                .anyMatch(label -> label.contains("FILE") || label.contains("DIR"));
    }

    private static Phrase missing(List<ArgSpec> missing) {
        if (missing.isEmpty()) {
            return Phrase.of("cli:arguments-not-understood");
        }
        ArgSpec first = missing.get(0);
        return first.isOption()
                ? Phrase.of("cli:missing-value").with("option", name(first)).with("label", first.paramLabel())
                : Phrase.of("cli:missing-argument").with("label", first.paramLabel());
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    /** An option as far as it is surely a name: nothing from its {@code =} on, and one letter after a single dash. */
    public static String optionName(String argument) {
        Matcher name = OPTION_NAME.matcher(argument);
        return name.lookingAt() ? name.group() : "-";
    }
}
