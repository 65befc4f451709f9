package io.mediapreflight.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The page as it stands in this module's resources: {@code page.html}, whose gaps are filled, and the style and the scripts that go into
 * it. Its policy allows exactly these two texts, by their hashes, and nothing else to run or to be fetched.
 */
final class Page {
    private static final String START = "{{";
    private static final String END = "}}";
    private static final String WORD = "word:";

    /** One script, in this order. */
    private static final List<String> SCRIPTS =
            List.of("values.js", "plots.js", "points.js", "rows.js", "table.js", "page.js");

    private Page() {}

    /**
     * The page with all gaps filled.
     *
     * @param words the text of a key, for gaps that begin with {@code word:}
     * @param parts that are HTML already, by their names
     */
    static String filled(Function<String, String> words, Map<String, String> parts) throws IOException {
        String style = resource("style.css");
        StringBuilder joined = new StringBuilder();
        for (String part : SCRIPTS) {
            joined.append(resource(part));
        }
        String script = joined.toString();
        String template = resource("page.html");
        StringBuilder page = new StringBuilder(template.length() + style.length() + script.length());
        int from = 0;
        for (int gap = template.indexOf(START); gap >= 0; gap = template.indexOf(START, from)) {
            int end = template.indexOf(END, gap);
            String name = template.substring(gap + START.length(), end);
            page.append(template, from, gap);
            switch (name) {
                case "style" -> page.append(style);
                case "script" -> page.append(script);
                case "styleHash" -> page.append(hash(style));
                case "scriptHash" -> page.append(hash(script));
                default ->
                    page.append(
                            name.startsWith(WORD)
                                    ? escaped(words.apply(name.substring(WORD.length())))
                                    : parts.getOrDefault(name, ""));
            }
            from = end + END.length();
        }
        return page.append(template, from, template.length()).toString();
    }

    /** A text as it may stand in an element or a quoted attribute. */
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
