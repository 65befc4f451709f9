package io.mediapreflight.submit;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.MediaReference;
import io.mediapreflight.spec.RequestField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes one request, as it is sent or as it is digested. */
final class RequestWriter {
    private final GenerationRequest request;
    private final UnaryOperator<String> url;
    private final boolean sorted;

    private RequestWriter(GenerationRequest request, UnaryOperator<String> url, boolean sorted) {
        this.request = request;
        this.url = url;
        this.sorted = sorted;
    }

    static byte[] asSent(GenerationRequest request) {
        return new RequestWriter(request, UnaryOperator.identity(), false).write();
    }

    static byte[] canonical(GenerationRequest request) {
        return new RequestWriter(request, UnsignedUrl::withoutSignature, true).write();
    }

    /** A member whose value is JSON already. */
    private record Field(String name, String json) {}

    private byte[] write() {
        List<Field> body = new ArrayList<>();
        body.add(new Field(RequestField.MODEL.key(), quoted(request.model())));
        request.prompt().ifPresent(prompt -> body.add(new Field(RequestField.PROMPT.key(), quoted(prompt))));
        references(body, RequestField.REFERENCE_IMAGES.key(), request.referenceImages());
        references(body, RequestField.REFERENCE_VIDEOS.key(), request.referenceVideos());
        body.add(new Field(RequestField.RESOLUTION.key(), quoted(request.resolution())));
        body.add(new Field(RequestField.GENERATE_AUDIO.key(), String.valueOf(request.generateAudio())));
        List<Field> extra = new ArrayList<>();
        request.characterOrientation()
                .ifPresent(value -> extra.add(new Field(RequestField.CHARACTER_ORIENTATION.key(), quoted(value))));
        unknown(RequestField.EXTRA_PARAMS.key(), extra);
        if (!extra.isEmpty()) {
            body.add(new Field(RequestField.EXTRA_PARAMS.key(), object(extra)));
        }
        unknown("", body);
        return object(body).getBytes(StandardCharsets.UTF_8);
    }

    private void references(List<Field> body, String field, List<MediaReference> references) {
        if (references.isEmpty()) {
            return;
        }
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < references.size(); i++) {
            List<Field> members = new ArrayList<>();
            members.add(new Field(
                    RequestField.URL.key(), quoted(url.apply(references.get(i).url()))));
            unknown(FieldPath.element(field, i), members);
            array.append(i == 0 ? "" : ",").append(object(members));
        }
        body.add(new Field(field, array.append("]").toString()));
    }

    /** The unknown fields that belong into the object at {@code parent}. */
    private void unknown(String parent, List<Field> into) {
        for (Map.Entry<String, String> field : request.unknownFields().entrySet()) {
            FieldPath.memberOf(parent, field.getKey())
                    .ifPresent(name -> into.add(new Field(name, raw(field.getValue()))));
        }
    }

    private String raw(String json) {
        return sorted ? JsonText.parse(json).value().map(RequestWriter::sorted).orElse(json) : json;
    }

    private String object(List<Field> fields) {
        List<Field> ordered = new ArrayList<>(fields);
        if (sorted) {
            ordered.sort(Comparator.comparing(Field::name));
        }
        StringBuilder object = new StringBuilder("{");
        for (Field field : ordered) {
            object.append(object.length() == 1 ? "" : ",")
                    .append(quoted(field.name()))
                    .append(':')
                    .append(field.json());
        }
        return object.append("}").toString();
    }

    /** One spelling for each value, but numbers: 1.0 and 1 may differ to whom they are sent. */
    private static String sorted(Json value) {
        if (value instanceof Json.Obj object) {
            List<String> members = new ArrayList<>();
            object.members().stream()
                    .sorted(Comparator.comparing(Json.Member::name))
                    .forEach(member -> members.add(quoted(member.name()) + ":" + sorted(member.value())));
            return "{" + String.join(",", members) + "}";
        }
        if (value instanceof Json.Arr array) {
            List<String> elements =
                    array.elements().stream().map(RequestWriter::sorted).toList();
            return "[" + String.join(",", elements) + "]";
        }
        if (value instanceof Json.Str text) {
            return quoted(text.value());
        }
        return value instanceof Json.Num number ? number.text() : value.kind();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return withLoneSurrogatesEscaped(json).append('"').toString();
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
