package io.mediapreflight.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The shells that complete command lines by a script of ours. */
public enum Shells {
    BASH(BashScript::of),
    ZSH(ZshScript::of),
    FISH(FishScript::of);

    private final Function<Completion, String> script;

    Shells(Function<Completion, String> script) {
        this.script = script;
    }

    /** What they are called. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The one that is called so. */
    public static Optional<Shells> of(String id) {
        int index = ids().indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(values()[index]);
    }

    /**
     * The script for it.
     *
     * @param commands all of them, by their names
     * @param overview the program without its commands
     */
    public String script(Map<String, CommandSpec> commands, CommandSpec overview) {
        return script.apply(Completion.of(commands, overview));
    }
}
