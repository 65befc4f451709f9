package io.mediapreflight.cli;

import io.mediapreflight.cli.config.ConfigurationOptions;
import io.mediapreflight.cli.config.ConfigurationSearch;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.RawArguments;
import io.mediapreflight.cli.console.StandardOutput;
import io.mediapreflight.cli.console.TerminalWidth;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.options.PlainArguments;
import io.mediapreflight.cli.options.Suggestion;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program {@code preflight}: picks the command and turns what became of it into an exit code. */
public final class Main {
    /** What there is without a command. */
    private static final List<String> OPTIONS = List.of("--help", "--version");

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(RawArguments.of(args), Console.ofProcess()));
    }

    /** Runs a command line on this console and returns the exit code; throws nothing. */
    public static int run(String[] args, Console console) {
        int code = code(args, console);
        return console.out() instanceof StandardOutput out && out.isClosed() ? ExitCode.CLOSED_PIPE : code;
    }

    private static int code(String[] args, Console console) {
        Diagnostics diagnostics =
                new Diagnostics(console.err(), Arrays.asList(args).contains("--verbose"));
        try {
            return dispatch(args, console);
        } catch (UsageException e) {
            diagnostics.say(String.valueOf(e.getMessage()));
            diagnostics.print(e.wantsHelp() ? help(args, console) : Phrase.of("cli:usage-hint") + "\n");
            return ExitCode.USAGE;
        } catch (IOException e) {
            diagnostics.say(
                    Phrase.of("cli:cannot-write")
                            .with("file", Phrase.of("cli:standard-output"))
                            .with("reason", Diagnostics.reason(e)),
                    e);
            return ExitCode.PROGRAM_ERROR;
        } catch (OutOfMemoryError e) {
            diagnostics.say(Phrase.of("cli:out-of-memory"), e);
            return ExitCode.PROGRAM_ERROR;
        } catch (RuntimeException e) {
            diagnostics.say(Phrase.of("cli:program-defect"), e);
            return ExitCode.PROGRAM_ERROR;
        }
    }

    private static int dispatch(String[] args, Console console) throws UsageException, IOException {
        if (args.length == 0) {
            throw UsageException.withHelp(Phrase.of("cli:no-command"));
        }
        Optional<Command> command = Command.of(args[0]);
        if (command.isPresent()) {
            return run(command.get(), Arrays.copyOfRange(args, 1, args.length), console);
        }
        return switch (args[0]) {
            case "-h", "--help" -> print(help(new String[0], console), console);
            case "-V", "--version" -> version(console);
            default -> throw unknown(args[0]);
        };
    }

    private static int run(Command command, String[] args, Console console) throws UsageException, IOException {
        if (command.concernsService()) {
            refuseKeys(args);
        }
        Optional<PlainArguments> plain = PlainArguments.of(args);
        if (plain.isPresent() && !isConfigured(command, console)) {
            OptionalInt code = command.runPlain(plain.get(), console);
            if (code.isPresent()) {
                return code.getAsInt();
            }
        }
        ParseResult parsed = parse(command, args);
        if (parsed.isUsageHelpRequested()) {
            return print(command.help(columns(console)), console);
        }
        return command.run(command.takesConfiguration() ? configured(command, parsed, args, console) : parsed, console);
    }

    private static boolean isConfigured(Command command, Console console) {
        return command.takesConfiguration()
                && ConfigurationSearch.find(console.environment().workingDirectory())
                        .isPresent();
    }

    private static ParseResult parse(Command command, String[] args) throws UsageException {
        CommandSpec spec = command.spec("preflight " + command.id());
        return command.concernsService() ? CommandSyntax.parseSilently(spec, args) : CommandSyntax.parse(spec, args);
    }

    /** The command line with what a configuration file sets before it. */
    private static ParseResult configured(Command command, ParseResult parsed, String[] args, Console console)
            throws UsageException {
        List<String> all = new ArrayList<>(ConfigurationOptions.arguments(parsed.commandSpec(), parsed, console));
        if (all.isEmpty()) {
            return parsed;
        }
        all.addAll(List.of(args));
        return parse(command, all.toArray(String[]::new));
    }

    /** How to use the command that these arguments begin with, or all of them. */
    private static String help(String[] args, Console console) {
        Optional<Command> command = args.length == 0 ? Optional.empty() : Command.of(args[0]);
        int columns = columns(console);
        return command.isPresent() ? command.get().help(columns) : Command.helpOfAll(columns);
    }

    private static int columns(Console console) {
        return TerminalWidth.columns(console.environment());
    }

    /** A key that is given as an argument is not shown again in a message. */
    private static void refuseKeys(String[] args) throws UsageException {
        for (String arg : args) {
            String name = arg.replaceFirst("=.*", "");
            if (name.matches("--?(api-?)?(key|token)")) {
                throw new UsageException(
                        Phrase.of("cli:key-as-argument").with("option", name).with("variable", ApiKey.VARIABLE));
            }
        }
    }

    private static int print(String text, Console console) throws IOException {
        console.out().write((text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }

    /** With a notice on standard error where the published limits that this version knows are old. */
    private static int version(Console console) throws IOException {
        int code = print(Version.tool().toString(), console);
        OldLimits.notice(Limits.klingV3MotionControl(), console.environment().today())
                .ifPresent(new Diagnostics(console.err(), false)::say);
        return code;
    }

    private static UsageException unknown(String first) {
        if (first.startsWith("-")) {
            String option = CommandSyntax.optionName(first);
            return new UsageException(Suggestion.of(option, OPTIONS)
                    .map(hint -> Phrase.of("cli:unknown-option")
                            .with("option", option)
                            .with("hint", hint))
                    .orElseGet(() -> Phrase.of("cli:option-before-command").with("option", option)));
        }
        return Command.unknown(first);
    }
}
