package io.mediapreflight.report.exchange;

import io.mediapreflight.text.SafeText;

/**
 * A cell of a table that a spreadsheet may open. What would be a formula there gets an apostrophe, which spreadsheets take for
 * "this is text"; what does not show is spelt out. Whatever divides cells anywhere is quoted, since a spreadsheet divides by
 * the delimiter of its user's country, and a file name would begin a cell of its own.
 */
final class CsvCell {
    /** What divides cells, here or in another country. */
    static final String DELIMITERS = ",;\t|";

    private static final String FORMULAS =
            "=+-@\uFF1D\uFF0B\uFF0D\uFF20"; // and as wide characters, which some programs take for the same

    private CsvCell() {}

    static void append(StringBuilder text, String cell) {
        String safe = guarded(SafeText.of(cell));
        if (!isQuoted(safe)) {
            text.append(safe);
            return;
        }
        text.append('"').append(safe.replace("\"", "\"\"")).append('"');
    }

    /** The text of a cell as a reader of the table gets it. */
    static String guarded(String text) {
        int first = 0;
        while (first < text.length() && Character.isSpaceChar(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULAS.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
    }

    private static boolean isQuoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == ' ' || DELIMITERS.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
