package io.mediapreflight.report.html;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that the rows of a page share: texts, and findings that differ in nothing but what was found. */
final class Texts {
    private final Strings strings = new Strings();
    private final Map<List<Integer>, Integer> kinds = new HashMap<>();
    private final PageJson kindsJson = new PageJson();

    Texts() {
        kindsJson.startArray();
    }

    /** Where a text is among all. */
    int indexOf(String text) {
        return strings.indexOf(text);
    }

    /** Where these texts together are among all lists of texts. */
    int kind(String... texts) {
        List<Integer> kind = Arrays.stream(texts).map(strings::indexOf).toList();
        Integer known = kinds.get(kind);
        if (known != null) {
            return known;
        }
        kinds.put(kind, kinds.size());
        kindsJson.startArray();
        kind.forEach(kindsJson::number);
        kindsJson.endArray();
        return kinds.size() - 1;
    }

    /** How much of a page they take. */
    int bytes() {
        return strings.bytes() + kindsJson.length();
    }

    void write(PageJson json) {
        json.key("kinds").line(kindsJson + "]").key("strings");
        strings.write(json);
    }
}
