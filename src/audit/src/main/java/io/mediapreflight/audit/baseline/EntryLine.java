package io.mediapreflight.audit.baseline;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.request.Misspelling;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SurrogateEscape;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
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
            throw first.wrong(Phrase.of("audit:baseline.schema")
                    .with("schema", Excerpt.of(schema))
                    .with("current", Baseline.SCHEMA)
                    .with("first", Baseline.FIRST_SCHEMA));
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
        ParsedJson parsed = JsonReader.readLine(line);
        Optional<String> problem = parsed.objectProblem();
        if (problem.isPresent()) {
            throw keys.wrong(Phrase.of("audit:baseline.problem").with("problem", problem.get()));
        }
        for (Json.Member member : parsed.object().orElseThrow().members()) {
            keys.member(member.name(), member.value(), known);
        }
        return keys;
    }

    private void member(String name, Json value, List<String> known) throws BaselineException {
        if (!known.contains(name)) {
            throw wrong(Phrase.of("audit:baseline.unknown-key")
                    .with("key", Excerpt.of(name))
                    .with("known", known.stream().map(Phrase::verbatim).toList()));
        } else if (!(value instanceof Json.Str text)) {
            throw wrong(
                    Phrase.of("audit:baseline.not-a-string").with("key", name).with("kind", value.kind()));
        } else if (values.putIfAbsent(name, text.value()) != null) {
            throw wrong(Phrase.of("audit:baseline.twice").with("key", name));
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
            throw wrong(Phrase.of("audit:baseline.other-name"));
        }
        return exact;
    }

    private byte[] bytes(String base64) throws BaselineException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw wrong(Phrase.of("audit:baseline.not-base64"));
        }
    }

    private String rule() throws BaselineException {
        String id = required(RULE);
        Optional<RuleId> builtIn = RuleId.of(id);
        if (builtIn.isEmpty() && !OwnRule.isNamespaced(id)) {
            throw wrong(unknownRule(id));
        }
        // A million lines share the few ids there are.
        return builtIn.map(RuleId::id).orElse(id);
    }

    private Optional<Outcome> severity() throws BaselineException {
        Optional<String> id = optional(SEVERITY);
        Optional<Outcome> severity = id.flatMap(Shared::severity);
        if (id.isPresent() && severity.isEmpty()) {
            throw wrong(Phrase.of("audit:baseline.severity").with("severity", Excerpt.of(id.get())));
        }
        return severity;
    }

    private String reason() throws BaselineException {
        String reason = required(REASON);
        if (reason.isBlank()) {
            throw wrong(Phrase.of("audit:baseline.no-reason"));
        }
        return reason;
    }

    private LocalDate expires() throws BaselineException {
        String date = required(EXPIRES);
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw wrong(Phrase.of("audit:baseline.expires").with("date", Excerpt.of(date)));
        }
    }

    private Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String required(String key) throws BaselineException {
        return optional(key)
                .orElseThrow(() -> wrong(Phrase.of("audit:baseline.missing").with("key", key)));
    }

    private BaselineException wrong(Phrase what) {
        return new BaselineException(number, what);
    }

    private static Phrase unknownRule(String id) {
        List<String> known = Arrays.stream(RuleId.values()).map(RuleId::id).toList();
        return Misspelling.meant(id, known, rule -> rule.length() / 4)
                .map(name -> Phrase.of("audit:baseline.unknown-rule-meant").with("name", name))
                .orElseGet(() -> Phrase.of("audit:baseline.unknown-rule"))
                .with("rule", Excerpt.of(id));
    }
}
