package io.mediapreflight.cli.completion;

import io.mediapreflight.cli.completion.Completion.Kind;
import io.mediapreflight.cli.completion.Completion.Option;
import io.mediapreflight.cli.completion.Completion.Subcommand;
import io.mediapreflight.cli.completion.Completion.Values;
import java.util.List;

/** For zsh: a file {@code _preflight} of its {@code fpath}, or sourced behind {@code compinit}. */
final class ZshScript {
    private static final String HEAD = """
            #compdef preflight
            # Completes command lines of preflight in zsh: source <(preflight completion zsh), behind compinit

            """;

    private static final String TAIL = """

            if [[ ${funcstack[1]} == _preflight ]]; then
              _preflight "$@"
            else
              compdef _preflight preflight
            fi
            """;

    private ZshScript() {}

    static String of(Completion completion) {
        StringBuilder script = new StringBuilder(HEAD);
        script.append("_preflight_commands() {\n  local -a commands=(\n");
        for (Subcommand command : completion.commands()) {
            script.append("    ")
                    .append(quoted(command.name() + ":" + command.summary()))
                    .append('\n');
        }
        script.append("  )\n  _describe -t commands command commands\n}\n\n")
                .append("_preflight() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n")
                .append("  _arguments -C -s -S");
        completion.options().forEach(option -> append(script, option, "    "));
        script.append(" \\\n    ': :_preflight_commands' \\\n    '*:: :->arguments' && return\n")
                .append("  [[ $state == arguments ]] || return\n")
                .append("  curcontext=${curcontext%:*}-$words[1]:\n")
                .append("  case $words[1] in\n");
        completion.commands().forEach(command -> append(script, command));
        return script.append("  esac\n}\n").append(TAIL).toString();
    }

    private static void append(StringBuilder script, Subcommand command) {
        script.append("    ").append(command.name()).append(")\n      _arguments -s -S");
        command.options().forEach(option -> append(script, option, "        "));
        if (command.operand().kind() != Kind.NOTHING) {
            script.append(" \\\n        ").append(quoted("*" + action(command.operand())));
        }
        script.append("\n      ;;\n");
    }

    /** Once for each of its names, which exclude each other where it may not be repeated. */
    private static void append(StringBuilder script, Option option, String indent) {
        List<String> names = option.names();
        String others = option.repeatable() ? "*" : "(" + String.join(" ", names) + ")";
        boolean hasValue = option.values().kind() != Kind.NOTHING;
        for (String name : names) {
            String assigned = !hasValue ? name : name.startsWith("--") ? name + "=" : name + "+";
            String value = hasValue ? action(option.values()) : "";
            script.append(" \\\n")
                    .append(indent)
                    .append(quoted(others + assigned + "[" + escaped(option.description(), "[]\\") + "]" + value));
        }
    }

    /** {@code :message:action}. */
    private static String action(Values values) {
        String action =
                switch (values.kind()) {
                    case WORDS -> "(" + String.join(" ", values.words()) + ")";
                    case FILES -> "_files";
                    case DIRECTORIES -> "_files -/";
                    case ANYTHING, NOTHING -> " ";
                };
        return ":" + escaped(values.label(), ":\\") + ":" + action;
    }

    private static String escaped(String text, String characters) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (characters.indexOf(each) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(each);
        });
        return escaped.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
