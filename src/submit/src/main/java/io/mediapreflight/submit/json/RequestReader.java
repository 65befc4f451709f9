package io.mediapreflight.submit.json;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import io.mediapreflight.spec.RequestField;
import io.mediapreflight.spec.RequestField.Place;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads one body; the function tree is the body's. */
final class RequestReader {
    /** Of each kind: as many as a person fixes at a time, not a million, and none hides one of a graver kind. */
    static final int MAX_DEFECTS = 100;

    /** Far more than the one that is accepted: the rules count them, this reader only keeps memory bounded. */
    static final int MAX_REFERENCES = 1000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final boolean allowUnknown;
    private final List<RequestDefect> defects = new ArrayList<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final GenerationRequest.Builder request =
            GenerationRequest.builder().model("");

    RequestReader(boolean allowUnknown) {
        this.allowUnknown = allowUnknown;
    }

    ReadRequest read(byte[] bytes) {
        if (Arrays.equals(Arrays.copyOf(bytes, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            defect(Kind.NOT_JSON, "", Phrase.of("request-defect.byte-order-mark"));
        }
        ParsedJson parsed = JsonReader.read(bytes);
        parsed.problem()
                .ifPresent(problem -> defect(
                        Kind.NOT_JSON, "", Phrase.of("request-defect.not-json").with("reason", problem)));
        parsed.value().ifPresent(this::body);
        return new ReadRequest(request.build(), defects);
    }

    private void body(Json value) {
        if (!(value instanceof Json.Obj body)) {
            defect(Kind.NOT_JSON, "", Phrase.of("request-defect.body").with("kind", value.kind()));
            return;
        }
        members("", body, Place.BODY, (field, member) -> {
            switch (field) {
                case MODEL -> string(field.path(), member, request::model);
                case PROMPT -> string(field.path(), member, request::prompt);
                case REFERENCE_IMAGES -> references(field, member, request::image);
                case REFERENCE_VIDEOS -> references(field, member, request::video);
                case RESOLUTION -> string(field.path(), member, request::resolution);
                case GENERATE_AUDIO -> generateAudio(member);
                case EXTRA_PARAMS -> extraParams(member);
                case CHARACTER_ORIENTATION, URL -> throw new IllegalStateException("a field of another object");
            }
        });
        if (body.get(RequestField.MODEL.key()).isEmpty()) {
            defect(Kind.MISSING, RequestField.MODEL.path(), Phrase.of("request-defect.missing"));
        }
    }

    private void generateAudio(Json value) {
        if (value instanceof Json.Bool audio) {
            request.generateAudio(audio.value());
        } else {
            mistyped(RequestField.GENERATE_AUDIO.path(), value, "flag");
        }
    }

    private void extraParams(Json value) {
        if (value instanceof Json.Obj object) {
            members(RequestField.EXTRA_PARAMS.path(), object, Place.EXTRA_PARAMS, (field, member) -> {
                string(field.path(), member, request::characterOrientation);
            });
        } else {
            mistyped(RequestField.EXTRA_PARAMS.path(), value, "object");
        }
    }

    private void references(RequestField field, Json value, Consumer<String> urls) {
        if (!(value instanceof Json.Arr array)) {
            mistyped(field.path(), value, "references");
            return;
        }
        int count = Math.min(array.elements().size(), MAX_REFERENCES);
        for (int i = 0; i < count; i++) {
            urls.accept(reference(
                    FieldPath.element(field.path(), i), array.elements().get(i)));
        }
    }

    /** Each element becomes a reference, so that their number and their indices stay right. */
    private String reference(String path, Json value) {
        List<String> urls = new ArrayList<>();
        if (value instanceof Json.Obj object) {
            String urlPath = FieldPath.of(path, RequestField.URL.key());
            members(path, object, Place.REFERENCE, (field, member) -> string(urlPath, member, urls::add));
            if (object.get(RequestField.URL.key()).isEmpty()) {
                defect(Kind.MISSING, urlPath, Phrase.of("request-defect.missing"));
            }
        } else {
            mistyped(path, value, "reference");
        }
        return urls.isEmpty() ? "" : urls.get(urls.size() - 1);
    }

    /** Hands the first member of each known name to its reader, and takes care of the unknown and the doubled ones. */
    private void members(String path, Json.Obj object, Place place, BiConsumer<RequestField, Json> reader) {
        Set<String> seen = new HashSet<>();
        Set<String> doubled = object.doubled();
        for (Json.Member member : object.members()) {
            boolean first = seen.add(member.name());
            Optional<RequestField> field = RequestField.of(place, member.name());
            if (first && field.isPresent()) {
                reader.accept(field.get(), member.value());
            } else if (first) {
                unknown(path, member, RequestField.keys(place));
            } else if (doubled.remove(member.name())) {
                defect(Kind.DUPLICATE, FieldPath.of(path, member.name()), Phrase.of("request-defect.twice"));
            }
        }
    }

    private void unknown(String parent, Json.Member member, List<String> known) {
        String path = FieldPath.of(parent, member.name());
        request.unknownField(path, member.raw());
        if (allowUnknown) {
            return;
        }
        String elsewhere = RequestField.of(Place.EXTRA_PARAMS, member.name())
                .map(RequestField::path)
                .orElse("");
        String hint = Suggestion.of(member.name(), known).orElse(elsewhere);
        defect(
                Kind.UNKNOWN_FIELD,
                path,
                hint.isEmpty()
                        ? Phrase.of("request-defect.unknown")
                        : Phrase.of("request-defect.unknown-meant").with("name", hint));
    }

    private void string(String path, Json value, Consumer<String> taker) {
        if (value instanceof Json.Str text) {
            taker.accept(text.value());
        } else {
            mistyped(path, value, "string");
        }
    }

    private void mistyped(String path, Json value, String expected) {
        boolean mayBeLeftOut = value instanceof Json.Nil && !path.equals(RequestField.MODEL.path());
        Phrase what = Phrase.of(mayBeLeftOut ? "request-defect.null" : "request-defect.mistyped");
        defect(
                Kind.MISTYPED,
                path,
                what.with("kind", value.kind()).with("expected", Phrase.of("request-defect.expected." + expected)));
    }

    private void defect(Kind kind, String path, Phrase what) {
        if (counts.merge(kind, 1, Integer::sum) <= MAX_DEFECTS) {
            defects.add(new RequestDefect(kind, path, what));
        }
    }
}
