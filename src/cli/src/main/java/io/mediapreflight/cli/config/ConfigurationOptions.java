package io.mediapreflight.cli.config;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The configuration file of a command line, and what it adds to that. */
public final class ConfigurationOptions {
    private static final String CONFIG = "--config";
    private static final String NO_CONFIG = "--no-config";

    private ConfigurationOptions() {}

    public static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value(CONFIG, "FILE")).addOption(Flags.flag(NO_CONFIG));
    }

    /** What is in force: the file that is named, else the one that is found; empty where there is none. */
    static Optional<Configuration> read(ParseResult parsed, Console console) throws UsageException {
        Optional<String> named = Flags.text(parsed, CONFIG);
        boolean none = parsed.hasMatchedOption(NO_CONFIG);
        if (none && named.isPresent()) {
            throw new UsageException(
                    Phrase.of("cli:exclusive").with("one", CONFIG).with("other", NO_CONFIG));
        }
        Optional<String> file = none || named.isPresent() ? named : find(console);
        return file.isPresent() ? Optional.of(Configuration.read(file.get())) : Optional.empty();
    }

    /** The file that is in force where the command line says nothing of it. */
    public static Optional<String> find(Console console) {
        return ConfigurationSearch.find(console.environment().workingDirectory());
    }

    /**
     * The options that a configuration file stands for, to be put before those of the command line: what is given there, and what the command
     * does not have, is left out.
     *
     * @param parsed the command line alone
     */
    public static List<String> arguments(CommandSpec spec, ParseResult parsed, Console console) throws UsageException {
        Optional<Configuration> configuration = read(parsed, console);
        if (configuration.isEmpty()) {
            return List.of();
        }
        if (parsed.hasMatchedOption("--verbose")) {
            new Diagnostics(console.err(), true)
                    .say(Phrase.of("cli:config-used")
                            .with("file", configuration.get().file()));
        }
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<Setting, Configuration.Value> each :
                configuration.get().values().entrySet()) {
            if (appliesTo(spec, parsed, each.getKey())) {
                addArguments(arguments, each.getKey(), each.getValue());
            }
        }
        return arguments;
    }

    /** Whether a setting is one of the command, and not overridden by the command line. */
    static boolean appliesTo(CommandSpec spec, ParseResult parsed, Setting setting) {
        return spec.findOption(setting.option()) != null
                && !parsed.hasMatchedOption(setting.option())
                && setting.replacedBy().stream().noneMatch(parsed::hasMatchedOption);
    }

    private static void addArguments(List<String> arguments, Setting setting, Configuration.Value value) {
        if (setting.kind() == TomlKind.BOOLEAN) {
            if (Boolean.parseBoolean(value.text())) {
                arguments.add(setting.option());
            }
            return;
        }
        value.texts().forEach(text -> arguments.add(setting.option() + "=" + text));
    }
}
