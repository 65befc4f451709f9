package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last table of a comment, taken apart by structure alone: lines, bars and the few elements that may be there. What a file says
 * may bring none of these, nor any sign of Markdown.
 */
final class MarkdownTables {
    private static final Pattern ELEMENT = Pattern.compile("</?code>|<br>");
    private static final Pattern NUMBER = Pattern.compile("&#(\\d+);");

    private MarkdownTables() {}

    /** The rows of the table with so many columns, without its head. */
    static List<List<String>> rows(String markdown, int columns) {
        List<List<String>> rows = new ArrayList<>();
        boolean inTable = false;
        for (String line : markdown.split("\n", -1)) {
            if (!line.startsWith("| ")) {
                inTable = false;
                continue;
            }
            List<String> cells = List.of(line.split("\\|", -1));
            if (inTable && cells.size() == columns + 2) {
                rows.add(checked(cells.subList(1, columns + 1)));
            }
            inTable |= line.startsWith("| " + "--- | ".repeat(columns - 1) + "--- |");
        }
        return rows;
    }

    private static List<String> checked(List<String> cells) {
        for (String cell : cells) {
            String bare = NUMBER.matcher(ELEMENT.matcher(cell).replaceAll("")).replaceAll("");
            assertThat(bare)
                    .as(cell)
                    .doesNotContainPattern("[<>&|`*_\\[\\]!#@~\\\\{}$^]")
                    .doesNotContain("://", "www.", "WWW.");
        }
        return cells.stream().map(String::strip).toList();
    }

    /** What a reader sees of a cell. */
    static String text(String cell) {
        return NUMBER.matcher(ELEMENT.matcher(cell).replaceAll(""))
                .replaceAll(number -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))));
    }
}
