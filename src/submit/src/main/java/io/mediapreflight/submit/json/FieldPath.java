package io.mediapreflight.submit.json;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/** Names a field by where it stands: {@code extra_params.seed}, or {@code extra_params["odd.name"]}. */
final class FieldPath {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");

    private FieldPath() {}

    /** The path of a member of the object at {@code parent}; {@code ""} is the whole body. */
    static String of(String parent, String name) {
        if (PLAIN.matcher(name).matches()) {
            return parent.isEmpty() ? name : parent + "." + name;
        }
        StringBuilder path = new StringBuilder(parent).append("[\"");
        JsonStringEncoder.getInstance().quoteAsString(name, path);
        return path.append("\"]").toString();
    }

    static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The name that leads from an object to the field at {@code path}, where it is a member of just that object. */
    static Optional<String> memberOf(String parent, String path) {
        if (!path.startsWith(parent)) {
            return Optional.empty();
        }
        String rest = path.substring(parent.length());
        if (!parent.isEmpty() && rest.startsWith(".")) {
            rest = rest.substring(1);
        } else if (rest.startsWith("[\"")) {
            return quoted(rest);
        } else if (!parent.isEmpty()) {
            return Optional.empty();
        }
        return PLAIN.matcher(rest).matches() ? Optional.of(rest) : Optional.empty();
    }

    private static Optional<String> quoted(String rest) {
        if (!rest.endsWith("\"]")) {
            return Optional.empty();
        }
        return JsonReader.read(rest.substring(1, rest.length() - 1))
                .value()
                .flatMap(value -> value instanceof Json.Str name ? Optional.of(name.value()) : Optional.empty());
    }
}
