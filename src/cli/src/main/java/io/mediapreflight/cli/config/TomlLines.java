package io.mediapreflight.cli.config;

import java.util.HashMap;
import java.util.Map;

/**
 * On which line each key of the first level stands, which Jackson's tree of a TOML file does not keep. Goes over a text that Jackson has
 * accepted; of another, it finds some lines or none.
 */
final class TomlLines {
    private static final String END_OF_BARE_KEY = " \t\r\n.=]#";

    private final String text;
    private final Map<String, Integer> lines = new HashMap<>();
    private int at;
    private int line = 1;
    private boolean inTable;

    private TomlLines(String text) {
        this.text = text;
    }

    /** The line of each key where it stands first, from 1. */
    static Map<String, Integer> of(String text) {
        TomlLines scan = new TomlLines(text);
        while (scan.at < text.length()) {
            scan.statement();
        }
        return scan.lines;
    }

    /** A blank, the end of a line, a comment, a table's head, or a key and its value. */
    private void statement() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
            step();
        } else if (c == '#') {
            comment();
        } else if (c == '[') {
            while (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == ' ')) {
                step();
            }
            lines.putIfAbsent(key(), line);
            inTable = true;
            value();
        } else {
            int start = line;
            String key = key();
            if (!inTable) {
                lines.putIfAbsent(key, start);
            }
            value();
        }
    }

    /** The first part of a key, without its quotes. */
    private String key() {
        int start = at;
        if (at < text.length() && isQuote(text.charAt(at))) {
            string();
            return text.substring(start + 1, Math.max(start + 1, at - 1));
        }
        while (at < text.length() && END_OF_BARE_KEY.indexOf(text.charAt(at)) < 0) {
            step();
        }
        return text.substring(start, at);
    }

    /** Everything to the end of the line, but for what is within brackets and strings. */
    private void value() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isQuote(c)) {
                string();
            } else if (c == '#') {
                comment();
            } else {
                depth += c == '[' || c == '{' ? 1 : 0;
                depth -= c == ']' || c == '}' ? 1 : 0;
                step();
                if (c == '\n' && depth <= 0) {
                    return;
                }
            }
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            step();
        }
    }

    private void string() {
        char quote = text.charAt(at);
        String longQuote = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(longQuote, at);
        String end = isLong ? longQuote : String.valueOf(quote);
        step(end.length());
        while (at < text.length() && !text.startsWith(end, at) && (isLong || text.charAt(at) != '\n')) {
            step(quote == '"' && text.charAt(at) == '\\' ? 2 : 1);
        }
        if (text.startsWith(end, at)) {
            step(end.length());
        }
        while (isLong && at < text.length() && text.charAt(at) == quote) {
            step(); // up to two of them may stand before the end
        }
    }

    private void step(int count) {
        for (int i = 0; i < count && at < text.length(); i++) {
            step();
        }
    }

    private void step() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }
}
