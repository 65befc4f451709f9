package io.mediapreflight.submit.json;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RequestField.Place;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes one request, as it is sent or as it is digested. */
final class RequestWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    /** What the JSON is for. */
    private enum Form {
        SENT,
        /** Digests of version 1 stand in journals: not one byte of this form may change. */
        CANONICAL_1,
        CANONICAL_2
    }

    private final GenerationRequest request;
    private final Form form;

    private RequestWriter(GenerationRequest request, Form form) {
        this.request = request;
        this.form = form;
    }

    static byte[] asSent(GenerationRequest request) {
        return new RequestWriter(request, Form.SENT).write();
    }

    static byte[] canonical(GenerationRequest request) {
        return new RequestWriter(request, Form.CANONICAL_2).write();
    }

    static byte[] canonicalVersion1(GenerationRequest request) {
        return new RequestWriter(request, Form.CANONICAL_1).write();
    }

    /** A member, and what writes its value. */
    private record Field(String name, Consumer<JsonGenerator> value) {
        static Field of(RequestField field, String text) {
            return new Field(field.key(), json -> json.writeString(text));
        }
    }

    private byte[] write() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            writeObject(json, body());
        }
        return withLoneSurrogatesEscaped(new StringBuilder(out.getBuffer()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of the page, in its order, and the unknown ones behind them. */
    private List<Field> body() {
        List<Field> body = new ArrayList<>();
        for (RequestField field : RequestField.values()) {
            if (field.place() == Place.BODY) {
                add(field, body);
            }
        }
        unknown("", body);
        return body;
    }

    private void add(RequestField field, List<Field> body) {
        switch (field) {
            case MODEL -> body.add(Field.of(field, request.model()));
            case PROMPT ->
                request.prompt()
                        .filter(prompt -> form != Form.CANONICAL_2 || !prompt.isEmpty())
                        .ifPresent(prompt -> body.add(Field.of(field, prompt)));
            case REFERENCE_IMAGES -> references(body, field.key(), request.referenceImages());
            case REFERENCE_VIDEOS -> references(body, field.key(), request.referenceVideos());
            case RESOLUTION -> request.resolution().ifPresent(value -> body.add(Field.of(field, value)));
            case GENERATE_AUDIO -> body.add(new Field(field.key(), json -> json.writeBoolean(request.generateAudio())));
            case EXTRA_PARAMS -> extraParams(body);
            case CHARACTER_ORIENTATION, URL -> throw new IllegalStateException("a field of another object");
        }
    }

    private void extraParams(List<Field> body) {
        List<Field> extra = new ArrayList<>();
        request.characterOrientation()
                .ifPresent(value -> extra.add(Field.of(RequestField.CHARACTER_ORIENTATION, value)));
        unknown(RequestField.EXTRA_PARAMS.key(), extra);
        if (!extra.isEmpty()) {
            body.add(new Field(RequestField.EXTRA_PARAMS.key(), json -> writeObject(json, extra)));
        }
    }

    private void references(List<Field> body, String field, List<MediaReference> references) {
        List<List<Field>> elements = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            List<Field> members = new ArrayList<>();
            members.add(Field.of(RequestField.URL, url(references.get(i).url())));
            unknown(FieldPath.element(field, i), members);
            elements.add(members);
        }
        if (!elements.isEmpty()) {
            body.add(new Field(field, json -> {
                json.writeStartArray();
                elements.forEach(members -> writeObject(json, members));
                json.writeEndArray();
            }));
        }
    }

    private String url(String url) {
        return switch (form) {
            case SENT -> url;
            case CANONICAL_1 -> UnsignedUrl.withoutSignature(url);
            case CANONICAL_2 -> CanonicalUrl.of(UnsignedUrl.withoutSignature(url));
        };
    }

    /** The unknown fields that belong into the object at {@code parent}. */
    private void unknown(String parent, List<Field> into) {
        for (Map.Entry<String, String> field : request.unknownFields().entrySet()) {
            FieldPath.memberOf(parent, field.getKey())
                    .ifPresent(name -> into.add(new Field(name, json -> writeUnknown(json, field.getValue()))));
        }
    }

    private void writeUnknown(JsonGenerator json, String raw) {
        ParsedJson parsed = JsonReader.read(raw);
        if (form == Form.SENT || parsed.value().isEmpty()) {
            json.writeRawValue(raw);
        } else {
            writeSorted(json, parsed.value().get());
        }
    }

    private void writeObject(JsonGenerator json, List<Field> fields) {
        List<Field> ordered = new ArrayList<>(fields);
        if (form != Form.SENT) {
            ordered.sort(Comparator.comparing(Field::name));
        }
        json.writeStartObject();
        for (Field field : ordered) {
            json.writeName(field.name());
            field.value().accept(json);
        }
        json.writeEndObject();
    }

    /** One spelling for each value. Recursion is bounded by the depth that was read. */
    private void writeSorted(JsonGenerator json, Json value) {
        if (value instanceof Json.Obj object) {
            List<Field> members = new ArrayList<>();
            object.members()
                    .forEach(member ->
                            members.add(new Field(member.name(), inner -> writeSorted(inner, member.value()))));
            writeObject(json, members);
        } else if (value instanceof Json.Arr array) {
            json.writeStartArray();
            array.elements().forEach(element -> writeSorted(json, element));
            json.writeEndArray();
        } else if (value instanceof Json.Str text) {
            json.writeString(text.value());
        } else if (value instanceof Json.Num number) {
            json.writeRawValue(form == Form.CANONICAL_1 ? number.text() : CanonicalNumber.of(number.text()));
        } else {
            json.writeRawValue(value.kind());
        }
    }

    /** Half a character has no UTF-8: it is sent as the escape that it was read from. */
    private static StringBuilder withLoneSurrogatesEscaped(StringBuilder json) {
        for (int i = json.length() - 1; i >= 0; i--) {
            char c = json.charAt(i);
            if (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(json.charAt(i - 1))) {
                i--;
            } else if (Character.isSurrogate(c)) {
                json.replace(i, i + 1, String.format("\\u%04x", (int) c));
            }
        }
        return json;
    }
}
