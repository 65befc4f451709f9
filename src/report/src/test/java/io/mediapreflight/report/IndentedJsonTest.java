package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

class IndentedJsonTest {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("").build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"text, with [ and {\"",
                "{}",
                "[]",
                "{\"a\":{},\"b\":[],\"c\":null}",
                "[[],{},[[1]],[{}]]",
                "{\"a\":[1,2.5,\"three\",{\"b\":[true,false,[null]]}],\"c\":{\"d\":{\"e\":\"f\"}}}",
                "{} {\"a\":1} [] [1]"
            })
    void writes_what_the_printer_of_the_library_writes(String json) {
        assertThat(written(json, new IndentedJson())).isEqualTo(written(json, ofTheLibrary()));
    }

    private static PrettyPrinter ofTheLibrary() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("")
                .withRootSeparator("");
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    private static String written(String json, PrettyPrinter printer) {
        StringWriter out = new StringWriter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return printer;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator generator = JSON.createGenerator(context, out)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
        return out.toString();
    }
}
