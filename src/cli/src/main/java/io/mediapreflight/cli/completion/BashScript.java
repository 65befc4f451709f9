package io.mediapreflight.cli.completion;

import io.mediapreflight.cli.completion.Completion.Kind;
import io.mediapreflight.cli.completion.Completion.Option;
import io.mediapreflight.cli.completion.Completion.Subcommand;
import io.mediapreflight.cli.completion.Completion.Values;
import java.util.List;
import java.util.stream.Stream;

/** For bash, from 3.2 on, which needs nothing else. */
final class BashScript {
    private static final String HEAD = """
            # Completes command lines of preflight in bash: source <(preflight completion bash)

            _preflight_words() {
              COMPREPLY=($(compgen -W "$1" -- "$cur"))
            }

            _preflight_files() {
              compopt -o default -o bashdefault 2>/dev/null && return
              local IFS=$'\\n'
              COMPREPLY=($(compgen "${1:--f}" -- "$cur"))
            }

            _preflight_directories() {
              compopt -o dirnames 2>/dev/null && return
              _preflight_files -d
            }

            _preflight() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} word operands=
              COMPREPLY=()
              # Where = divides words, --name=value is three of them.
              if [[ $cur == = ]]; then
                cur=
              elif [[ $prev == = ]]; then
                prev=${COMP_WORDS[COMP_CWORD-2]}
              fi
            """;

    private BashScript() {}

    static String of(Completion completion) {
        StringBuilder script = new StringBuilder(HEAD);
        script.append("  if ((COMP_CWORD == 1)); then\n    _preflight_words '")
                .append(String.join(
                        " ",
                        Stream.concat(completion.commands().stream().map(Subcommand::name), names(completion.options()))
                                .toList()))
                .append("'\n    return\n  fi\n")
                .append("  for word in \"${COMP_WORDS[@]:2:COMP_CWORD-2}\"; do\n")
                .append("    [[ $word != -- ]] || operands=yes\n")
                .append("  done\n")
                .append("  case ${COMP_WORDS[1]} in\n");
        completion.commands().forEach(command -> append(script, command));
        return script.append("  esac\n}\n\ncomplete -F _preflight preflight\n").toString();
    }

    private static void append(StringBuilder script, Subcommand command) {
        script.append("    ").append(command.name()).append(")\n      [[ -n $operands ]] || case $prev in\n");
        for (Option option : command.options()) {
            if (option.values().kind() != Kind.NOTHING) {
                script.append("        ")
                        .append(String.join("|", option.names()))
                        .append(") ")
                        .append(action(option.values()))
                        .append("; return ;;\n");
            }
        }
        script.append("      esac\n")
                .append("      if [[ -z $operands && $cur == -* ]]; then\n        _preflight_words '")
                .append(String.join(" ", names(command.options()).toList()))
                .append("'\n      else\n        ")
                .append(action(command.operand()))
                .append("\n      fi\n      ;;\n");
    }

    /** Long names say what they do. */
    private static Stream<String> names(List<Option> options) {
        return options.stream().flatMap(option -> option.longNames().stream());
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "_preflight_words '" + String.join(" ", values.words()) + "'";
            case FILES -> "_preflight_files";
            case DIRECTORIES -> "_preflight_directories";
            case ANYTHING, NOTHING -> ":";
        };
    }
}
