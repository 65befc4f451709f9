package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.RawArguments;
import io.mediapreflight.cli.console.StandardOutput;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.CommandSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The program {@code preflight}: picks the command and turns what became of it into an exit code. */
public final class Main {
    private static final String USAGE_HINT = "Try 'preflight --help', or 'preflight COMMAND --help'.\n";

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
            diagnostics.print(e.wantsHelp() ? help(args) : USAGE_HINT);
            return ExitCode.USAGE;
        } catch (IOException e) {
            diagnostics.say("cannot write standard output: " + Diagnostics.reason(e), e);
            return ExitCode.PROGRAM_ERROR;
        } catch (OutOfMemoryError e) {
            diagnostics.say("there is not enough memory: " + e.getMessage(), e);
            return ExitCode.PROGRAM_ERROR;
        } catch (RuntimeException e) {
            diagnostics.say("this is a defect of preflight, please report it: " + e, e);
            return ExitCode.PROGRAM_ERROR;
        }
    }

    private static int dispatch(String[] args, Console console) throws UsageException, IOException {
        if (args.length == 0) {
            throw UsageException.withHelp("no command given");
        }
        Optional<Command> command = Command.of(args[0]);
        if (command.isPresent()) {
            return run(command.get(), Arrays.copyOfRange(args, 1, args.length), console);
        }
        return switch (args[0]) {
            case "-h", "--help" -> print(help(new String[0]), console);
            case "-V", "--version" -> print(Version.tool().toString(), console);
            default -> throw new UsageException(unknown(args[0]));
        };
    }

    private static int run(Command command, String[] args, Console console) throws UsageException, IOException {
        if (command.concernsService()) {
            refuseKeys(args);
        }
        if (CommandSyntax.areNamesOnly(args)) {
            OptionalInt code = command.runNames(args, console);
            if (code.isPresent()) {
                return code.getAsInt();
            }
        }
        CommandSpec spec = command.spec("preflight " + command.id());
        ParseResult parsed =
                command.concernsService() ? CommandSyntax.parseSilently(spec, args) : CommandSyntax.parse(spec, args);
        return parsed.isUsageHelpRequested()
                ? print(CommandSyntax.usage(new CommandLine(spec)), console)
                : command.run(parsed, console);
    }

    /** How to use the command that these arguments begin with, or all of them. */
    private static String help(String[] args) {
        Optional<Command> command = args.length == 0 ? Optional.empty() : Command.of(args[0]);
        return CommandSyntax.usage(command.map(each -> new CommandLine(each.spec("preflight " + each.id())))
                .orElseGet(Command::all));
    }

    /** A key that is given as an argument is not shown again in a message. */
    private static void refuseKeys(String[] args) throws UsageException {
        for (String arg : args) {
            String name = arg.replaceFirst("=.*", "");
            if (name.matches("--?(api-?)?(key|token)")) {
                throw new UsageException(
                        name + ": a key is never given on the command line, where every process may read"
                                + " it; set IMINI_API_KEY, or name a file with --api-key-file");
            }
        }
    }

    private static int print(String text, Console console) throws IOException {
        console.out().write((text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }

    private static String unknown(String first) {
        return first.startsWith("-")
                ? "unknown option '" + CommandSyntax.optionName(first) + "'; options go behind the command"
                : "unknown command '" + first + "'; there are " + names();
    }

    private static String names() {
        Command[] commands = Command.values();
        StringBuilder names = new StringBuilder(commands[0].id());
        for (int i = 1; i < commands.length; i++) {
            names.append(i == commands.length - 1 ? " and " : ", ").append(commands[i].id());
        }
        return names.toString();
    }
}
