package io.mediapreflight.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a page, each once: thousands of rows say the same few sentences. */
final class Strings {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int bytes;

    /** Where the text is among all, which it joins where it is new. */
    int indexOf(String text) {
        Integer known = indexes.get(text);
        if (known != null) {
            return known;
        }
        String json = PageJson.quoted(text);
        indexes.put(text, texts.size());
        texts.add(json);
        bytes += PageJson.bytes(json) + 2;
        return texts.size() - 1;
    }

    /** How much of a page they take. */
    int bytes() {
        return bytes;
    }

    void write(PageJson json) {
        json.startArray();
        texts.forEach(json::line);
        json.endArray();
    }
}
