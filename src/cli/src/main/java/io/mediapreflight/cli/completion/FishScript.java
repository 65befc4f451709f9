package io.mediapreflight.cli.completion;

import io.mediapreflight.cli.completion.Completion.Kind;
import io.mediapreflight.cli.completion.Completion.Option;
import io.mediapreflight.cli.completion.Completion.Subcommand;
import io.mediapreflight.cli.completion.Completion.Values;

/** For fish, from 3.0 on: a file {@code preflight.fish} among its completions, or sourced. */
final class FishScript {
    private static final String HEAD = """
            # Completes command lines of preflight in fish: preflight completion fish | source

            function __preflight_no_command
              set -l words (commandline -opc)
              test (count $words) -eq 1
            end

            function __preflight_command
              set -l words (commandline -opc)
              test (count $words) -ge 2; and test "$words[2]" = $argv[1]
            end

            complete -c preflight -f
            """;

    private FishScript() {}

    static String of(Completion completion) {
        StringBuilder script = new StringBuilder(HEAD);
        String noCommand = "complete -c preflight -n __preflight_no_command";
        for (Subcommand command : completion.commands()) {
            script.append(noCommand)
                    .append(" -a ")
                    .append(command.name())
                    .append(" -d ")
                    .append(quoted(command.summary()))
                    .append('\n');
        }
        completion.options().forEach(option -> append(script, noCommand, option));
        completion.commands().forEach(command -> append(script, command));
        return script.toString();
    }

    private static void append(StringBuilder script, Subcommand command) {
        String start = "complete -c preflight -n '__preflight_command " + command.name() + "'";
        command.options().forEach(option -> append(script, start, option));
        if (command.operand().kind() != Kind.NOTHING) {
            script.append(start).append(values(command.operand())).append('\n');
        }
    }

    private static void append(StringBuilder script, String start, Option option) {
        for (String name : option.names()) {
            script.append(start)
                    .append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            if (option.values().kind() != Kind.NOTHING) {
                script.append(" -r").append(values(option.values()));
            }
            script.append(" -d ").append(quoted(option.description())).append('\n');
        }
    }

    private static String values(Values values) {
        return switch (values.kind()) {
            case WORDS -> " -f -a " + quoted(String.join(" ", values.words()));
            case FILES -> " -F";
            case DIRECTORIES -> " -f -a '(__fish_complete_directories)'";
            case ANYTHING, NOTHING -> " -f";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
