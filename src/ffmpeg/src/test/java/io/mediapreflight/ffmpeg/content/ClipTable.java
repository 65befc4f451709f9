package io.mediapreflight.ffmpeg.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Parts of the tables in the module's README, which show what is found in made clips. */
final class ClipTable {
    private ClipTable() {}

    /** The results of each category, in the order in which the categories first come. */
    static <R> Map<String, List<R>> byCategory(List<R> results, Function<R, String> category) {
        Map<String, List<R>> categories = new LinkedHashMap<>();
        results.forEach(result -> categories
                .computeIfAbsent(category.apply(result), name -> new ArrayList<>())
                .add(result));
        return categories;
    }

    /** The line below a table. */
    static String quality(double precision, double recall, double heldOutPrecision, double heldOutRecall) {
        return String.format(
                Locale.ROOT,
                "%nPrecision %.3f, recall %.3f; held out: precision %.3f, recall %.3f.%n",
                precision,
                recall,
                heldOutPrecision,
                heldOutRecall);
    }
}
