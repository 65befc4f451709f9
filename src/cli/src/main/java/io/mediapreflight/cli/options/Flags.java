package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options as the commands around a request share them. */
public final class Flags {
    private static final List<String> FORMATS = List.of(ReportFormat.TEXT.id(), ReportFormat.JSON.id());

    /** Longer than any user waits, and short enough for every arithmetic of times. */
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(31_536_000);

    /** How long a whole call to the service may take, retries included, unless {@code --timeout} is given. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

    /** How long {@code --wait} waits unless {@code --wait-timeout} is given. */
    public static final Duration WAIT_TIMEOUT = Duration.ofMinutes(30);

    /** How long a program that is compared with may take for one file unless {@code --file-timeout} is given. */
    public static final Duration COMPARE_TIMEOUT = Duration.ofSeconds(30);

    /** How long the URLs of what {@code --upload} puts are valid. */
    public static final Duration UPLOAD_VALID = Duration.ofHours(24);

    private Flags() {}

    /** Refuses options that mean nothing where what they belong to is absent. */
    public static void refuse(ParseResult parsed, List<String> options, String needed) throws UsageException {
        for (String option : options) {
            if (parsed.hasMatchedOption(option)) {
                throw new UsageException(
                        Phrase.of("cli:needs").with("option", option).with("other", needed));
            }
        }
    }

    public static OptionSpec flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).build();
    }

    /** A flag that {@code --no-NAME} takes back, where a configuration file sets it. */
    public static OptionSpec negatable(String name) {
        return OptionSpec.builder(name).type(boolean.class).negatable(true).build();
    }

    /** What takes a flag back. */
    public static String opposite(String name) {
        return "--no-" + name.substring(2);
    }

    /** Whether a flag is given, and not taken back. */
    public static boolean isSet(ParseResult parsed, String name) {
        return parsed.hasMatchedOption(name) && parsed.matchedOptionValue(name, false);
    }

    public static OptionSpec value(String name, String label) {
        return OptionSpec.builder(name).type(String.class).paramLabel(label).build();
    }

    /** An option with a short name, too. */
    public static OptionSpec shortened(String letter, String name, String label) {
        return OptionSpec.builder(letter, name)
                .type(String.class)
                .paramLabel(label)
                .build();
    }

    /** An option that may be given several times, with a value each time. */
    public static OptionSpec.Builder list(String... names) {
        return OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("FORMAT");
    }

    public static OptionSpec format() {
        return format(FORMATS);
    }

    /** The same with these forms, of which the first is that without the option. */
    public static OptionSpec format(List<String> formats) {
        return OptionSpec.builder("-f", "--format")
                .type(String.class)
                .paramLabel(String.join("|", formats))
                .completionCandidates(formats)
                .build();
    }

    public static Optional<String> text(ParseResult parsed, String name) {
        return parsed.hasMatchedOption(name) ? Optional.of(parsed.matchedOptionValue(name, "")) : Optional.empty();
    }

    /** Whether the form that was asked for is JSON. */
    public static boolean isJson(ParseResult parsed) throws UsageException {
        return format(parsed, FORMATS).equals(ReportFormat.JSON.id());
    }

    /** The form that was asked for, of these, of which the first is that without the option. */
    public static String format(ParseResult parsed, List<String> formats) throws UsageException {
        String format = text(parsed, "--format").orElse(formats.get(0));
        if (!formats.contains(format)) {
            throw Choice.wrong("--format", formats, format);
        }
        return format;
    }

    public static Optional<Path> path(ParseResult parsed, String name) throws UsageException {
        Optional<String> text = text(parsed, name);
        try {
            return text.map(PathNames::path);
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:impossible-name").with("option", name));
        }
    }

    /** So many seconds, which may have a fraction. */
    public static Duration seconds(ParseResult parsed, String name, Duration otherwise) throws UsageException {
        Optional<String> text = text(parsed, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get();
        if (digits.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            BigDecimal seconds = new BigDecimal(digits);
            if (seconds.signum() > 0 && seconds.compareTo(LONGEST_SECONDS) <= 0) {
                return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
            }
        }
        throw new UsageException(Phrase.of("cli:wrong-seconds")
                .with("option", name)
                .with("max", LONGEST_SECONDS.longValueExact())
                .with("value", digits));
    }
}
