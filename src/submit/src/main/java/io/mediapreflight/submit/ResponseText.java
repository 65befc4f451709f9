package io.mediapreflight.submit;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.json.ParsedJson;
import io.mediapreflight.submit.mask.SignedQueries;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reply says, whatever it is: its JSON, its error, its ids. All text that leaves it has secrets masked. */
final class ResponseText {
    private static final List<String> REQUEST_ID_HEADERS = List.of("x-request-id", "request-id");

    /** An id in a header is an id; anything longer is not. */
    private static final int MAX_ID = 512;

    private final Reply reply;
    private final ApiKey key;
    private final ParsedJson parsed;
    private final Json.Obj object;

    ResponseText(Reply reply, ApiKey key) {
        this.reply = reply;
        this.key = key;
        parsed = JsonReader.read(reply.body());
        object = parsed.problem().isPresent()
                ? JsonReader.salvage(reply.body())
                : parsed.object().orElseGet(() -> new Json.Obj(List.of()));
    }

    /** The response's object: all of it, or as much as is whole. */
    Json.Obj object() {
        return object;
    }

    /** Why the response is no JSON object that may be believed; empty where it is one. */
    Optional<String> failure() {
        Optional<String> encoding =
                reply.header("Content-Encoding").filter(value -> !value.equalsIgnoreCase("identity"));
        if (encoding.isPresent()) {
            return Optional.of(Phrase.of("submit:encoded")
                    .with("encoding", masked(encoding.get()))
                    .toString());
        }
        String type = reply.header("Content-Type").orElse("");
        String lower = type.toLowerCase(Locale.ROOT);
        if (!type.isBlank() && !lower.contains("json") && !lower.startsWith("text/plain")) {
            return Optional.of(
                    Phrase.of("submit:not-json").with("type", masked(type)).toString());
        }
        if (reply.body().isBlank()) {
            return Optional.of(Phrase.of("submit:empty").toString());
        }
        if (parsed.problem().isPresent()) {
            return Optional.of(Phrase.of("submit:incomplete")
                    .with("reason", masked(parsed.problem().get()))
                    .toString());
        }
        return parsed.value()
                .filter(value -> !(value instanceof Json.Obj))
                .map(value -> Phrase.of("submit:not-an-object")
                        .with("kind", value.kind())
                        .toString());
    }

    /** Every task id in its place in the response, complete or not. */
    List<String> taskIds() {
        List<String> ids = new ArrayList<>();
        for (Json.Member member : object.members()) {
            if (member.name().equals("task_id") && member.value() instanceof Json.Str id && isPlausible(id.value())) {
                ids.add(id.value());
            }
        }
        return ids.stream().distinct().toList();
    }

    /** Whether something stands at {@code task_id} that is no id. */
    boolean hasImplausibleTaskId() {
        return object.members().stream()
                .filter(member -> member.name().equals("task_id"))
                .anyMatch(member -> !(member.value() instanceof Json.Str id && isPlausible(id.value())));
    }

    /** Whether the service speaks of a task, wherever and however: then it may have taken the request. */
    boolean namesATask() {
        return TaskMention.isIn(reply, parsed.value());
    }

    /** An id that cannot be shown and typed as it is would be lost: it is better looked at by a person. */
    private static boolean isPlausible(String id) {
        return !id.isBlank()
                && id.equals(Excerpt.sentence(id))
                && id.codePoints().noneMatch(c -> c == 0xFFFD || Character.getType(c) == Character.SURROGATE);
    }

    Optional<String> requestId() {
        Optional<String> inBody = object.string("request_id")
                .or(() -> object.object("error").flatMap(error -> error.string("request_id")));
        return inBody.or(() -> REQUEST_ID_HEADERS.stream()
                        .flatMap(name -> reply.header(name).stream())
                        .findFirst())
                .filter(id -> !id.isBlank() && id.length() <= MAX_ID)
                .map(this::masked);
    }

    Optional<String> code() {
        return error().flatMap(error -> error.scalar("code"))
                .or(() -> object.scalar("code"))
                .map(this::masked);
    }

    private Optional<Json.Obj> error() {
        return object.object("error");
    }

    /** The service's own words; the beginning of the response where it has none; else what the exchange came to. */
    String message() {
        List<String> parts = new ArrayList<>();
        reply.status().ifPresent(status -> parts.add("HTTP " + status));
        error().flatMap(error -> error.string("message"))
                .or(() -> object.string("message"))
                .or(() -> object.string("error"))
                .or(() -> Optional.of(reply.body()).filter(body -> !body.isBlank()))
                .map(this::masked)
                .ifPresent(parts::add);
        if (!reply.what().isEmpty()) {
            parts.add(masked(reply.what()));
        }
        return String.join(": ", parts);
    }

    Optional<String> text(String field) {
        return object.string(field).map(this::masked);
    }

    /** The body as it is kept, which is for looking at and not for printing unseen. */
    Optional<String> rawBody() {
        return Optional.of(reply.body()).filter(body -> !body.isEmpty()).map(this::withoutSecrets);
    }

    /** A URL of a result, in one line, without the key but with its signature, which it needs, and never cut. */
    String resultUrl(String text) {
        return SafeText.inOneLine(key.masked(text));
    }

    /** Masked before it is cut, so that no part of a secret is left. */
    String masked(String text) {
        return Excerpt.sentence(withoutSecrets(text));
    }

    /** Without the key, and without the signatures of URLs: a service repeats those that it cannot fetch. */
    private String withoutSecrets(String text) {
        return SignedQueries.masked(key.masked(text));
    }
}
