package io.mediapreflight.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Two spaces a level, and every member and element on a line of its own. Jackson's own printer writes the same; but it puts its separators
 * together with classes that are made when it is first used, which takes a sixth of the program's start.
 */
final class IndentedJson implements PrettyPrinter {
    private static final String INDENT = "  ";

    private int level;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        // The caller ends each document.
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        start(json, '{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        startLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        startLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        start(json, '[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        startLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        startLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    private void start(JsonGenerator json, char bracket) {
        json.writeRaw(bracket);
        level++;
    }

    private void end(JsonGenerator json, int members, char bracket) {
        level--;
        if (members > 0) {
            startLine(json);
        }
        json.writeRaw(bracket);
    }

    private void startLine(JsonGenerator json) {
        json.writeRaw('\n');
        for (int i = 0; i < level; i++) {
            json.writeRaw(INDENT);
        }
    }
}
