package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Environment;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.text.Phrase;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Which file the journal is. */
final class JournalFileOption {
    private static final String NAME = "--journal";

    private JournalFileOption() {}

    static OptionSpec spec() {
        return Flags.value(NAME, "FILE");
    }

    static Path of(ParseResult parsed, Environment environment) throws UsageException {
        if (Flags.text(parsed, NAME).filter(name -> name.contains("://")).isPresent()) {
            // A file of this name would be a journal that no other machine knows.
            throw new UsageException(Phrase.of("cli:journal-url"));
        }
        Optional<Path> named = Flags.path(parsed, NAME);
        try {
            return named.orElseGet(
                    () -> stateDirectory(environment).resolve("preflight").resolve("journal.jsonl"));
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:journal-impossible").with("reason", e.getReason()));
        }
    }

    /** Whether a file was named, rather than the usual one meant. */
    static boolean isGiven(ParseResult parsed) {
        return parsed.hasMatchedOption(NAME);
    }

    /** XDG Base Directory Specification: a relative path counts as none. */
    private static Path stateDirectory(Environment environment) {
        return environment
                .variable("XDG_STATE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(".local").resolve("state"));
    }

    private static Path home(Environment environment) {
        return Path.of(environment.variable("HOME").orElseGet(() -> System.getProperty("user.home", "")));
    }
}
