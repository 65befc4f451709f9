package io.mediapreflight.cli;

import io.mediapreflight.cli.audit.AuditCommand;
import io.mediapreflight.cli.audit.AuditOptions;
import io.mediapreflight.cli.check.CheckCommand;
import io.mediapreflight.cli.check.CheckOptions;
import io.mediapreflight.cli.compare.CompareCommand;
import io.mediapreflight.cli.config.ConfigCommand;
import io.mediapreflight.cli.config.ConfigurationOptions;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.fix.FixingCommand;
import io.mediapreflight.cli.fix.FixingOptions;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.options.HelpPage;
import io.mediapreflight.cli.options.PlainArguments;
import io.mediapreflight.cli.options.Suggestion;
import io.mediapreflight.cli.submit.JournalCommand;
import io.mediapreflight.cli.submit.SubmitCommand;
import io.mediapreflight.cli.submit.SubmitOptions;
import io.mediapreflight.cli.submit.TaskCommand;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands of the program: what each is called, what options it has, and what it does. */
enum Command {
    CHECK {
        @Override
        void describe(CommandSpec spec) {
            CheckOptions.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException {
            return CheckCommand.run(CheckOptions.of(parsed), console);
        }

        @Override
        OptionalInt runPlain(PlainArguments args, Console console) throws UsageException {
            return OptionalInt.of(CheckCommand.run(CheckOptions.plain(args), console));
        }

        @Override
        boolean takesConfiguration() {
            return true;
        }
    },
    AUDIT {
        @Override
        void describe(CommandSpec spec) {
            AuditOptions.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException {
            return AuditCommand.run(AuditOptions.of(parsed), console);
        }

        @Override
        OptionalInt runPlain(PlainArguments args, Console console) throws UsageException {
            return OptionalInt.of(AuditCommand.run(AuditOptions.plain(args), console));
        }

        @Override
        boolean takesConfiguration() {
            return true;
        }
    },
    FIX {
        @Override
        void describe(CommandSpec spec) {
            FixingOptions.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException {
            return FixingCommand.run(FixingOptions.of(parsed), console);
        }

        @Override
        boolean takesConfiguration() {
            return true;
        }
    },
    SUBMIT {
        @Override
        void describe(CommandSpec spec) {
            SubmitOptions.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return SubmitCommand.run(parsed, console);
        }

        @Override
        boolean concernsService() {
            return true;
        }
    },
    TASK {
        @Override
        void describe(CommandSpec spec) {
            TaskCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return TaskCommand.run(parsed, console);
        }

        @Override
        boolean concernsService() {
            return true;
        }
    },
    JOURNAL {
        @Override
        void describe(CommandSpec spec) {
            JournalCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return JournalCommand.run(parsed, console);
        }

        @Override
        boolean concernsService() {
            return true;
        }
    },
    COMPARE {
        @Override
        void describe(CommandSpec spec) {
            CompareCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return CompareCommand.run(parsed, console);
        }
    },
    RULES {
        @Override
        void describe(CommandSpec spec) {
            RulesCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return RulesCommand.run(parsed, console);
        }
    },
    CONFIG {
        @Override
        void describe(CommandSpec spec) {
            ConfigCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return ConfigCommand.run(parsed, console);
        }
    },
    COMPLETION {
        @Override
        void describe(CommandSpec spec) {
            CompletionCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return CompletionCommand.run(parsed, console);
        }
    },
    HELP {
        @Override
        void describe(CommandSpec spec) {
            HelpCommand.describe(spec);
        }

        @Override
        int run(ParseResult parsed, Console console) throws UsageException, IOException {
            return HelpCommand.run(parsed, console);
        }
    };

    /** Adds what it is for, and its options. */
    abstract void describe(CommandSpec spec);

    /** Runs it and returns the exit code. */
    abstract int run(ParseResult parsed, Console console) throws UsageException, IOException;

    /** Runs it on arguments that need no parser, which takes 25 ms to start, where it takes such. */
    OptionalInt runPlain(PlainArguments args, Console console) throws UsageException {
        return OptionalInt.empty();
    }

    /** Whether its user has a key, which messages must not repeat where it stands in the wrong place. */
    boolean concernsService() {
        return false;
    }

    /** Whether a configuration file sets defaults of its options. */
    boolean takesConfiguration() {
        return false;
    }

    /** What it is called. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The command that is called so. */
    static Optional<Command> of(String name) {
        for (Command command : values()) {
            if (command.id().equals(name)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** The same, where it must be one. */
    static Command named(String name) throws UsageException {
        return of(name).orElseThrow(() -> unknown(name));
    }

    /** What to say of a name that no command has. */
    static UsageException unknown(String name) {
        return new UsageException(Phrase.of("cli:unknown-command")
                .with("command", name)
                .with("hint", Suggestion.of(name, ids()).orElseGet(Command::choices)));
    }

    private static Phrase choices() {
        return Phrase.of("cli:hint.commands")
                .with("names", ids().stream().map(Phrase::verbatim).toList());
    }

    /** It alone, ready to be parsed. */
    CommandSpec spec(String title) {
        CommandSpec spec = CommandSyntax.spec(title);
        describe(spec);
        if (takesConfiguration()) {
            ConfigurationOptions.addOptions(spec);
        }
        return spec;
    }

    /** The program without its commands. */
    static CommandSpec overview() {
        return CommandSyntax.spec("preflight")
                .addOption(
                        OptionSpec.builder("-V", "--version").versionHelp(true).build());
    }

    /** How to use it. */
    String help(int width) {
        return HelpPage.of(id(), spec(id()), width);
    }

    /** How to use the program. */
    static String helpOfAll(int width) {
        return HelpPage.ofProgram(ids(), overview(), width);
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Command::id).toList();
    }

    /** All of them by their names, for what is made from their descriptions. */
    static Map<String, CommandSpec> all() {
        Map<String, CommandSpec> all = new LinkedHashMap<>();
        for (Command command : values()) {
            all.put(command.id(), command.spec(command.id()));
        }
        return all;
    }
}
