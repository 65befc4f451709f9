package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** What {@code preflight audit --format jsonl} says of a directory, to be compared with rows. */
final class AuditLines {
    /** What a row says elsewhere, or does not say. */
    private static final Set<String> OTHER_FACTS = Set.of("format", "bytes");

    private final Map<String, JsonNode> lines = new TreeMap<>();

    private AuditLines() {}

    /** Audits a directory; by the paths within it. */
    static AuditLines of(Path directory, Path output) throws IOException {
        Files.deleteIfExists(output);
        Main.run(
                new String[] {
                    "audit", "--quiet", "--format", "jsonl", "--output", output.toString(), directory.toString()
                },
                Console.ofProcess());
        AuditLines audit = new AuditLines();
        ObjectMapper json = new ObjectMapper();
        try (Stream<String> read = Files.lines(output)) {
            for (Iterator<String> line = read.iterator(); line.hasNext(); ) {
                JsonNode result = json.readTree(line.next());
                audit.lines.put(result.get("source").asText(), result);
            }
        }
        return audit;
    }

    Set<String> paths() {
        return lines.keySet();
    }

    /** Whether a row says all that the line of its path says. */
    void assertAgrees(String path, Row row) {
        JsonNode line = lines.get(path);
        assertThat(line).as(path).isNotNull();
        assertThat((String) row.getAs("outcome"))
                .as(path)
                .isEqualTo(line.get("outcome").asText());
        assertThat((String) row.getAs("kind")).as(path).isEqualTo(text(line.get("kind")));
        assertThat((String) row.getAs("format"))
                .as(path)
                .isEqualTo(text(line.get("facts").get("format")));
        assertThat((String) row.getAs("error")).as(path).isNull();
        assertFacts(path, line.get("facts"), row);
        assertFindings(path, line.get("findings"), row);
    }

    private static String text(JsonNode node) {
        return node == null ? null : node.asText();
    }

    private static void assertFacts(String path, JsonNode facts, Row row) {
        Map<String, Object> expected = new TreeMap<>();
        facts.properties().forEach(fact -> {
            if (!OTHER_FACTS.contains(fact.getKey())) {
                expected.put(fact.getKey(), value(fact.getValue(), row.getAs(fact.getKey())));
            }
        });
        Map<String, Object> actual = new TreeMap<>();
        List<String> names = List.of(PreflightSpark.schema().fieldNames());
        for (String name : names.subList(names.indexOf("format") + 1, names.indexOf("findings"))) {
            Object value = row.getAs(name);
            if (value != null) {
                actual.put(name, value);
            }
        }
        assertThat(actual).as(path).isEqualTo(expected);
    }

    /** In the type of the column. */
    private static Object value(JsonNode fact, Object inRow) {
        if (inRow instanceof Double) {
            return fact.asDouble();
        }
        if (fact.isBoolean()) {
            return fact.asBoolean();
        }
        return fact.isIntegralNumber()
                ? (Object) fact.asLong()
                : fact.isNumber() ? (Object) fact.asDouble() : fact.asText();
    }

    private static void assertFindings(String path, JsonNode expected, Row row) {
        List<Row> findings = row.getList(row.fieldIndex("findings"));
        assertThat(findings).as(path).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            for (String key : List.of("rule", "severity", "actual", "limit", "message")) {
                assertThat((String) findings.get(i).getAs(key))
                        .as(path)
                        .isEqualTo(expected.get(i).get(key).asText());
            }
            // A line may have a command for a shell behind the words.
            String fix = findings.get(i).getAs("fix");
            assertThat(expected.get(i).get("fix").asText()).as(path).startsWith(fix.substring(0, fix.length() - 1));
        }
    }
}
