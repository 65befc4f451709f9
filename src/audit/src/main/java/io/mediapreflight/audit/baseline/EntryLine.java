package io.mediapreflight.audit.baseline;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SurrogateEscape;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Excerpt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one line, each a string that stands there once. */
final class EntryLine {
    static final String SCHEMA = "schema";
    static final String SOURCE = "source";
    static final String SOURCE_BYTES = "sourceBytes";
    static final String RULE = "rule";
    static final String SEVERITY = "severity";
    static final String ACTUAL = "actual"; // of the first schema: words, which are not compared any more
    static final String MEASURED = "measured";
    static final String PATH = "path";
    static final String REASON = "reason";
    static final String EXPIRES = "expires";

    private static final List<String> KEYS =
            List.of(SOURCE, SOURCE_BYTES, RULE, SEVERITY, MEASURED, PATH, REASON, EXPIRES);
    private static final List<String> FIRST_KEYS =
            List.of(SOURCE, SOURCE_BYTES, RULE, SEVERITY, ACTUAL, PATH, REASON, EXPIRES);

    private final long number;
    private final Map<String, String> values = new HashMap<>();

    private EntryLine(long number) {
        this.number = number;
    }

    /** Reads the line that says what the others are; true where it is the first schema, which compared words. */
    static boolean readSchema(long number, byte[] line) throws BaselineException {
        EntryLine first = read(number, line, List.of(SCHEMA));
        String schema = first.required(SCHEMA);
        if (!schema.equals(Baseline.SCHEMA) && !schema.equals(Baseline.FIRST_SCHEMA)) {
            throw first.wrong("the schema is " + quoted(schema) + "; only " + Baseline.SCHEMA + " and "
                    + Baseline.FIRST_SCHEMA + " can be read");
        }
        return schema.equals(Baseline.FIRST_SCHEMA);
    }

    /** @param isFirst whether it is a line of the first schema */
    static Entry readEntry(long number, byte[] line, boolean isFirst, Shared shared) throws BaselineException {
        EntryLine keys = read(number, line, isFirst ? FIRST_KEYS : KEYS);
        return new Entry(
                keys.source(),
                keys.rule(),
                keys.severity(),
                shared.text(keys.optional(MEASURED)),
                shared.text(keys.optional(PATH)),
                shared.text(keys.reason()),
                shared.date(keys.expires()));
    }

    private static EntryLine read(long number, byte[] line, List<String> known) throws BaselineException {
        EntryLine keys = new EntryLine(number);
        ParsedJson parsed = JsonReader.read(line);
        Optional<String> problem = parsed.objectProblem();
        if (problem.isPresent()) {
            throw keys.wrong(problem.get());
        }
        for (Json.Member member : parsed.object().orElseThrow().members()) {
            keys.member(member.name(), member.value(), known);
        }
        return keys;
    }

    private void member(String name, Json value, List<String> known) throws BaselineException {
        if (!known.contains(name)) {
            throw wrong(quoted(name) + " is no key of this line; " + String.join(", ", known) + " are");
        } else if (!(value instanceof Json.Str text)) {
            throw wrong(name + " is " + value.kind() + ", not a string");
        } else if (values.putIfAbsent(name, text.value()) != null) {
            throw wrong(name + " stands there more than once");
        }
    }

    private String source() throws BaselineException {
        String text = Entry.name(required(SOURCE));
        Optional<String> base64 = optional(SOURCE_BYTES);
        if (base64.isEmpty()) {
            return text;
        }
        String exact = SurrogateEscape.decode(bytes(base64.get()));
        if (!SurrogateEscape.toUnicode(exact).equals(text)) {
            throw wrong(SOURCE_BYTES + " are those of another name than " + SOURCE);
        }
        return exact;
    }

    private byte[] bytes(String base64) throws BaselineException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw wrong(SOURCE_BYTES + " is not base64");
        }
    }

    private String rule() throws BaselineException {
        String id = required(RULE);
        Optional<RuleId> builtIn = RuleId.of(id);
        if (builtIn.isEmpty() && !OwnRule.isNamespaced(id)) {
            throw wrong("there is no rule " + quoted(id) + "; preflight rules lists them all");
        }
        // A million lines share the few ids there are.
        return builtIn.map(RuleId::id).orElse(id);
    }

    private Optional<Outcome> severity() throws BaselineException {
        Optional<String> id = optional(SEVERITY);
        Optional<Outcome> severity = id.flatMap(Shared::severity);
        if (id.isPresent() && severity.isEmpty()) {
            throw wrong(SEVERITY + " is " + quoted(id.get()) + "; it must be warn, unknown or fail, or be left out");
        }
        return severity;
    }

    private String reason() throws BaselineException {
        String reason = required(REASON);
        if (reason.isBlank()) {
            throw wrong(REASON + " is empty: say why the finding is accepted");
        }
        return reason;
    }

    private LocalDate expires() throws BaselineException {
        String date = required(EXPIRES);
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw wrong(EXPIRES + " is " + quoted(date) + ", which is no date such as 2027-03-01");
        }
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String required(String key) throws BaselineException {
        return optional(key).orElseThrow(() -> wrong(key + " is missing"));
    }

    private BaselineException wrong(String what) {
        return new BaselineException(number, what);
    }

    private static String quoted(String text) {
        return "'" + Excerpt.of(text) + "'";
    }
}
