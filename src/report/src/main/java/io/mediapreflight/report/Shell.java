package io.mediapreflight.report;

import io.mediapreflight.fix.FixCommand;
import java.util.List;
import java.util.Optional;

/** A shell that a command is pasted into. */
public enum Shell {
    /** {@code sh} and what is like it: bash, dash, ksh, zsh. Every command can be quoted. */
    POSIX("posix"),
    /** Windows PowerShell and PowerShell. */
    POWERSHELL("powershell"),
    /** The command prompt of Windows. */
    CMD("cmd");

    private final String id;

    Shell(String id) {
        this.id = id;
    }

    /** The machine-readable name. */
    public String id() {
        return id;
    }

    /**
     * One line of printable characters that starts a program with exactly these words; the first is its name.
     *
     * @return empty where this shell has no safe form for one of them, as cmd has none for a {@code %}
     */
    public Optional<String> quoted(List<String> words) {
        return switch (this) {
            case POSIX -> Optional.of(QuotedCommand.of(words));
            case POWERSHELL -> PowerShellCommand.of(words);
            case CMD -> CmdCommand.of(words);
        };
    }

    /** The same for the command of a plan; where that renames a file, by what the shell has for it, which overwrites none either. */
    public Optional<String> quoted(FixCommand command) {
        if (this == POSIX || !command.renames()) {
            return quoted(command.words());
        }
        String from = command.words().get(command.words().size() - 2);
        return this == POWERSHELL
                ? PowerShellCommand.rename(from, command.output())
                : CmdCommand.rename(from, command.output());
    }
}
