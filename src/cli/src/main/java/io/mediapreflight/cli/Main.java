package io.mediapreflight.cli;

import io.mediapreflight.cli.audit.AuditCommand;
import io.mediapreflight.cli.audit.AuditOptions;
import io.mediapreflight.cli.check.CheckCommand;
import io.mediapreflight.cli.check.CheckOptions;
import io.mediapreflight.cli.check.RequestCheckCommand;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.RawArguments;
import io.mediapreflight.cli.console.StandardOutput;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.submit.JournalCommand;
import io.mediapreflight.cli.submit.SubmitCommand;
import io.mediapreflight.cli.submit.TaskCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** Runs a command line in these surroundings and returns the exit code; throws nothing. */
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
            diagnostics.print(e.usage().isEmpty() ? USAGE_HINT : e.usage());
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
            throw new UsageException("no command given", CommandSyntax.usage(Commands.all()));
        }
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        return switch (args[0]) {
            case "check" -> check(rest, console);
            case "audit" -> audit(rest, console);
            case "rules" -> rules(rest, console);
            case "submit", "task", "journal" -> service(args[0], rest, console);
            case "completion" -> completion(rest, console);
            case "-h", "--help" -> print(CommandSyntax.usage(Commands.all()), console);
            case "-V", "--version" -> print(Version.tool().toString(), console);
            default -> throw new UsageException(unknown(args[0]));
        };
    }

    private static int check(String[] args, Console console) throws UsageException, IOException {
        if (CheckOptions.areNamesOnly(args)) {
            return new CheckCommand(CheckOptions.plain(args), console).run();
        }
        CommandSpec spec = CheckOptions.spec("preflight check");
        ParseResult parsed = CommandSyntax.parse(spec, args);
        return parsed.isUsageHelpRequested()
                ? print(CommandSyntax.usage(new CommandLine(spec)), console)
                : check(CheckOptions.of(parsed), console);
    }

    private static int check(CheckOptions options, Console console) throws UsageException {
        return options.request().isPresent()
                ? RequestCheckCommand.run(options, options.request().get(), console)
                : new CheckCommand(options, console).run();
    }

    private static int audit(String[] args, Console console) throws UsageException, IOException {
        if (args.length > 0 && CheckOptions.areNamesOnly(args)) {
            return AuditCommand.run(AuditOptions.plain(args), console);
        }
        CommandSpec spec = AuditOptions.spec("preflight audit");
        ParseResult parsed = CommandSyntax.parse(spec, args);
        return parsed.isUsageHelpRequested()
                ? print(CommandSyntax.usage(new CommandLine(spec)), console)
                : AuditCommand.run(AuditOptions.of(parsed), console);
    }

    private static int rules(String[] args, Console console) throws UsageException, IOException {
        CommandSpec spec = RulesCommand.spec("preflight rules");
        ParseResult parsed = CommandSyntax.parse(spec, args);
        return parsed.isUsageHelpRequested()
                ? print(CommandSyntax.usage(new CommandLine(spec)), console)
                : RulesCommand.run(parsed, console);
    }

    private static int service(String command, String[] args, Console console) throws UsageException, IOException {
        refuseKeys(args);
        CommandSpec spec = Commands.serviceSpec(command, "preflight " + command);
        ParseResult parsed = CommandSyntax.parseSilently(spec, args);
        if (parsed.isUsageHelpRequested()) {
            return print(CommandSyntax.usage(new CommandLine(spec)), console);
        }
        return switch (command) {
            case "submit" -> SubmitCommand.run(parsed, console);
            case "task" -> TaskCommand.run(parsed, console);
            default -> JournalCommand.run(parsed, console);
        };
    }

    /** Whoever tries to give the key as an argument is not shown it again in a message. */
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

    private static int completion(String[] args, Console console) throws UsageException, IOException {
        CommandSpec spec = CompletionCommand.spec("preflight completion");
        ParseResult parsed = CommandSyntax.parse(spec, args);
        return parsed.isUsageHelpRequested()
                ? print(CommandSyntax.usage(new CommandLine(spec)), console)
                : CompletionCommand.run(console);
    }

    private static int print(String text, Console console) throws IOException {
        console.out().write((text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
        return ExitCode.PASSED;
    }

    private static String unknown(String first) {
        return first.startsWith("-")
                ? "unknown option '" + CommandSyntax.optionName(first) + "'; options go behind the command"
                : "unknown command '" + first
                        + "'; there are check, audit, submit, task, journal, rules and completion";
    }
}
