package io.mediapreflight.submit;

import io.mediapreflight.json.Json;
import io.mediapreflight.submit.transport.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a reply speaks of a task. It is asked where the status says that nothing was carried out: if a task is named all the
 * same, the request may have been accepted, so every doubt counts as a mention.
 */
final class TaskMention {
    private static final String NAME = "taskid";
    private static final String ID = "task_";

    /** The ids of the published page have nineteen digits; a word such as {@code task_limit} has none. */
    private static final int MIN_ID = 4;

    private TaskMention() {}

    /** @param json the body, where it is whole */
    static boolean isIn(Reply reply, Optional<Json> json) {
        boolean named =
                json.isPresent() ? names(json.get()) : squeezed(reply.body()).contains(NAME);
        return named
                || showsAnId(reply.body())
                || reply.headers().keySet().stream()
                        .anyMatch(name -> squeezed(name).endsWith(NAME));
    }

    /** A member called {@code task_id} or alike, at any depth, that is neither null nor blank. */
    private static boolean names(Json whole) {
        Deque<Json> rest = new ArrayDeque<>();
        rest.add(whole);
        while (!rest.isEmpty()) {
            Json value = rest.remove();
            if (value instanceof Json.Arr array) {
                rest.addAll(array.elements());
            } else if (value instanceof Json.Obj object) {
                for (Json.Member member : object.members()) {
                    if (squeezed(member.name()).equals(NAME) && saysSomething(member.value())) {
                        return true;
                    }
                    rest.add(member.value());
                }
            }
        }
        return false;
    }

    private static boolean saysSomething(Json value) {
        return !(value instanceof Json.Nil
                || (value instanceof Json.Str text && text.value().isBlank()));
    }

    /** Without what is no letter: {@code taskId}, {@code task-id} and {@code TASK_ID} are one name. */
    private static String squeezed(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** Something like {@code task_2042864638838083584}, in whatever text. */
    private static boolean showsAnId(String text) {
        for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + ID.length())) {
            int digits = 0;
            int end = at + ID.length();
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (digits > 0 && end - at - ID.length() >= MIN_ID) {
                return true;
            }
        }
        return false;
    }
}
