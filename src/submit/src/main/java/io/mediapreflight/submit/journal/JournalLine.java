package io.mediapreflight.submit.journal;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One event as one line: a JSON object whose last field is the CRC-32 of every byte before that field. ASCII only, so
 * that no line break, no terminal escape and no half character can stand in it.
 */
final class JournalLine {
    /** The longest line that is written or believed, its line feed not counted. */
    static final int MAX_BYTES = 65_536;

    /** Far more than any task id, URL or service's message is worth here; six bytes each when escaped. */
    private static final int MAX_FIELD_CHARS = 1_000;

    private static final int MAX_MEDIA = 64;

    private static final String CRC = ",\"crc\":\"";
    private static final int CRC_BYTES = CRC.length() + 8 + "\"}".length();
    private static final String TYPE = "type";
    private static final String SUBJECT = "of";
    private static final String AT = "at";
    private static final String MEDIA = "media";

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JournalLine() {}

    /** The line with its line feed. */
    static byte[] write(JournalEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty(TYPE, event.type().id());
            json.writeStringProperty(SUBJECT, bounded(event.subject()));
            json.writeStringProperty(AT, event.at().toString());
            for (Map.Entry<String, String> field : new TreeMap<>(event.fields()).entrySet()) {
                json.writeStringProperty(field.getKey(), bounded(field.getValue()));
            }
            writeMedia(json, event.media());
            json.writeEndObject();
        }
        byte[] object = out.toByteArray();
        int open = object.length - 1;
        String line = new String(object, 0, open, StandardCharsets.US_ASCII) + CRC + crc(object, open) + "\"}\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeMedia(JsonGenerator json, List<String> media) {
        if (!media.isEmpty()) {
            json.writeName(MEDIA);
            json.writeStartArray();
            for (String digest : media.subList(0, Math.min(MAX_MEDIA, media.size()))) {
                json.writeString(bounded(digest));
            }
            json.writeEndArray();
        }
    }

    private static String bounded(String text) {
        return text.length() <= MAX_FIELD_CHARS ? text : text.substring(0, MAX_FIELD_CHARS) + "…";
    }

    /** What a line says, its line feed not among the bytes; empty where it is not, to the last bit, what was written. */
    static Optional<JournalEvent> read(byte[] line) {
        int open = line.length - CRC_BYTES;
        if (open < 1 || line.length > MAX_BYTES) {
            return Optional.empty();
        }
        String end = new String(line, open, CRC_BYTES, StandardCharsets.US_ASCII);
        if (!end.equals(CRC + crc(line, open) + "\"}")) {
            return Optional.empty();
        }
        Optional<Json.Obj> object = JsonReader.read(line).object();
        try {
            return object.filter(each -> each.doubled().isEmpty()).map(JournalLine::event);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JournalEvent event(Json.Obj object) {
        Map<String, String> fields = new HashMap<>();
        List<String> media = new ArrayList<>();
        for (Json.Member member : object.members()) {
            if (member.value() instanceof Json.Arr array) {
                array.elements().forEach(each -> media.add(text(each)));
            } else {
                fields.put(member.name(), text(member.value()));
            }
        }
        JournalEvent.Type type = JournalEvent.Type.of(take(fields, TYPE));
        String subject = take(fields, SUBJECT);
        Instant at = Instant.parse(take(fields, AT));
        require(fields.keySet().containsAll(type.required()), "a field is missing");
        return new JournalEvent(type, subject, at, fields, media);
    }

    private static String text(Json value) {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        throw new IllegalArgumentException(value.kind() + ", not a string");
    }

    private static String take(Map<String, String> fields, String name) {
        String value = fields.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
