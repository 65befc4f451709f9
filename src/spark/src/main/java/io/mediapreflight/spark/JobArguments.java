package io.mediapreflight.spark;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of an {@link AuditJob}. */
final class JobArguments {
    private static final List<String> MEDIA = List.of("image", "video");

    private final List<String> inputs = new ArrayList<>();
    private final Map<Value, String> values = new EnumMap<>(Value.class);
    private boolean strict;
    private boolean help;

    private JobArguments() {}

    /** Options that have a value, once. */
    private enum Value {
        OUTPUT("--output", List.of()),
        FORMAT("--format", OutputFormat.ids()),
        ORIENTATION("--orientation", MEDIA),
        AS("--as", MEDIA),
        LIMITS("--limits", List.of());

        private final String option;
        private final List<String> choices;

        Value(String option, List<String> choices) {
            this.option = option;
            this.choices = choices;
        }
    }

    static JobArguments parse(List<String> words) throws UsageException {
        JobArguments arguments = new JobArguments();
        for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
            arguments.take(each.next(), each);
        }
        if (!arguments.help && (arguments.inputs.isEmpty() || !arguments.values.containsKey(Value.OUTPUT))) {
            throw new UsageException(Phrase.of("spark:usage.missing"));
        }
        return arguments;
    }

    private void take(String word, Iterator<String> rest) throws UsageException {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String option = equals < 0 ? word : word.substring(0, equals);
        switch (option) {
            case "--help", "-h" -> help = true;
            case "--strict" -> strict = true;
            case "--input" -> inputs.add(value(option, word, equals, rest));
            default -> put(known(option), value(option, word, equals, rest));
        }
    }

    private static Value known(String option) throws UsageException {
        for (Value value : Value.values()) {
            if (value.option.equals(option)) {
                return value;
            }
        }
        throw new UsageException(Phrase.of("spark:usage.unknown").with("option", option));
    }

    private static String value(String option, String word, int equals, Iterator<String> rest) throws UsageException {
        if (equals >= 0) {
            return word.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new UsageException(Phrase.of("spark:usage.value").with("option", option));
        }
        return rest.next();
    }

    private void put(Value value, String text) throws UsageException {
        if (!value.choices.isEmpty() && !value.choices.contains(text)) {
            throw new UsageException(Phrase.of("spark:usage.choice")
                    .with("option", value.option)
                    .with("choices", String.join(", ", value.choices))
                    .with("value", text));
        }
        if (values.putIfAbsent(value, text) != null) {
            throw new UsageException(Phrase.of("spark:usage.twice").with("option", value.option));
        }
    }

    boolean isHelp() {
        return help;
    }

    boolean isStrict() {
        return strict;
    }

    List<String> inputs() {
        return List.copyOf(inputs);
    }

    String output() {
        return values.getOrDefault(Value.OUTPUT, "");
    }

    OutputFormat format() {
        return value(Value.FORMAT).flatMap(OutputFormat::of).orElse(OutputFormat.PARQUET);
    }

    Optional<String> limits() {
        return value(Value.LIMITS);
    }

    CheckOptions options(Limits limits) {
        CheckOptions options = CheckOptions.standard().with(limits);
        if (values.containsKey(Value.ORIENTATION)) {
            boolean image = values.get(Value.ORIENTATION).equals("image");
            options = options.with(image ? Orientation.IMAGE : Orientation.VIDEO);
        }
        if (values.containsKey(Value.AS)) {
            options = options.forSlot(values.get(Value.AS).equals("image") ? Slot.IMAGE : Slot.VIDEO);
        }
        return options;
    }

    private Optional<String> value(Value value) {
        return Optional.ofNullable(values.get(value));
    }
}
