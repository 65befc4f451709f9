package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** docs/preflight.schema.json as tests read it: more strictly than published, so that no key is missing in it. */
public final class OutputSchema {
    private static final Path FILE =
            Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "preflight.schema.json");
    private static final JsonNode DOCUMENT = document();
    private static final Schema STRICT = schema((ObjectNode) DOCUMENT.deepCopy());

    private OutputSchema() {}

    /** Fails where a document is of none of the schemas, or has a key that its schema does not name. */
    public static void requireValid(String json) {
        assertThat(STRICT.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    /** The same for a form that is not written as a report is: a line of a file, or a file that is read. */
    public static void requireValid(String definition, String json) {
        ObjectNode document = (ObjectNode) DOCUMENT.deepCopy();
        document.remove("oneOf");
        document.put("$ref", "#/$defs/" + definition);
        assertThat(schema(document).validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    private static Schema schema(ObjectNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(withoutOtherKeys(document).toString(), InputFormat.JSON);
    }

    static JsonNode definition(String name) {
        return DOCUMENT.path("$defs").path(name);
    }

    static JsonNode definitions() {
        return DOCUMENT.path("$defs");
    }

    private static JsonNode document() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withoutOtherKeys(JsonNode node) {
        node.forEach(OutputSchema::withoutOtherKeys);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        return node;
    }
}
