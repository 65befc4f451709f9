package io.mediapreflight.cli.config;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.ColorChoice;
import io.mediapreflight.cli.options.DeepOptions;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.IgnoredRules;
import io.mediapreflight.cli.options.SubjectOptions;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight config}: prints what is in force, and where it comes from. */
public final class ConfigCommand {
    private ConfigCommand() {}

    /** The options of all settings but {@code --format}, which is the command's own. */
    public static void describe(CommandSpec spec) {
        SubjectOptions.addOptions(spec);
        spec.addOption(Flags.list("--include").paramLabel("GLOB").build())
                .addOption(Flags.list("--exclude").paramLabel("GLOB").build())
                .addOption(Flags.negatable("--hidden"));
        IgnoredRules.addOption(spec);
        spec.addOption(Flags.negatable("--strict"));
        DeepOptions.addOptions(spec);
        spec.addOption(Flags.value("--threads", "N")).addOption(Flags.format());
        ColorChoice.addOptions(spec);
        ConfigurationOptions.addOptions(spec);
    }

    public static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        boolean isJson = Flags.isJson(parsed);
        DeepOptions.of(parsed);
        ColorChoice.of(parsed);
        Optional<Configuration> configuration = ConfigurationOptions.read(parsed, console);
        List<Effective> settings = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            settings.add(effective(setting, parsed, configuration));
        }
        ConfigReport report = new ConfigReport(configuration.map(Configuration::file), settings);
        if (isJson) {
            report.writeJson(console.out());
        } else {
            report.writeText(console.out());
        }
        return ExitCode.PASSED;
    }

    private static Effective effective(Setting setting, ParseResult parsed, Optional<Configuration> configuration)
            throws UsageException {
        if (setting == Setting.DEEP && parsed.hasMatchedOption("--deep-full")) { // whatever is said of --deep
            return new Effective(setting, List.of("true"), Effective.Origin.COMMAND_LINE, 0);
        }
        if (setting != Setting.FORMAT && parsed.hasMatchedOption(setting.option())) {
            return new Effective(setting, checked(setting, given(setting, parsed)), Effective.Origin.COMMAND_LINE, 0);
        }
        if (setting == Setting.COLOR && parsed.hasMatchedOption("--no-color")) {
            return new Effective(setting, List.of("never"), Effective.Origin.COMMAND_LINE, 0);
        }
        Optional<Configuration.Value> value =
                configuration.flatMap(each -> Optional.ofNullable(each.values().get(setting)));
        return value.isPresent()
                ? new Effective(
                        setting,
                        value.get().texts(),
                        Effective.Origin.FILE,
                        value.get().line())
                : new Effective(setting, otherwise(setting), Effective.Origin.DEFAULT, 0);
    }

    private static List<String> given(Setting setting, ParseResult parsed) {
        if (setting.kind() == TomlKind.LIST) {
            return parsed.matchedOptionValue(setting.option(), List.of());
        }
        return List.of(
                setting.kind() == TomlKind.BOOLEAN
                        ? Boolean.toString(Flags.isSet(parsed, setting.option()))
                        : Flags.text(parsed, setting.option()).orElse(""));
    }

    private static List<String> checked(Setting setting, List<String> texts) throws UsageException {
        for (String text : texts) {
            Optional<Phrase> refusal = setting.refusal(text);
            if (refusal.isPresent()) {
                throw new UsageException(refusal.get());
            }
        }
        return texts;
    }

    /** What holds where nothing is said; nothing where the file itself decides. */
    private static List<String> otherwise(Setting setting) {
        return switch (setting) {
            case STRICT, PRIVACY, DEEP, HIDDEN -> List.of("false");
            case FORMAT -> List.of("text");
            case COLOR -> List.of("auto");
            case THREADS -> List.of(Integer.toString(Runtime.getRuntime().availableProcessors()));
            case AS, ORIENTATION, IGNORE, INCLUDE, EXCLUDE -> List.of();
        };
    }
}
