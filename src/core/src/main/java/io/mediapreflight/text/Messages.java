package io.mediapreflight.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence that the program prints, by its key. English stands in {@code messages.properties}; another language is a
 * file beside it, such as {@code messages_de.properties}, and what that lacks is said in English. A key with a colon, such as
 * {@code submit:not-sent}, names another file, {@code submit.properties}: each module has its own, and a run that prints a
 * finding does not read the errors of the rest.
 *
 * <p>The files are in {@code META-INF/mediapreflight}, which can be no package: a file in a package of a named module is hidden
 * from other modules, and no two modules may have the same package.
 *
 * <p>In a text, <code>{name}</code> stands for a value, and <code>{name|one|more}</code> for the first word where the
 * value is 1 and for the second one elsewhere. Of a list, <code>{name}</code> is <code>a, b and c</code>,
 * <code>{name,}</code> has commas only, and <code>{name;}</code> semicolons.
 *
 * <p>Not a {@link java.util.ResourceBundle}, whose search for files and classes costs a start more than the whole
 * check.
 */
public final class Messages {
    private static final String DIRECTORY = "META-INF/mediapreflight/";
    private static final String NAME = "messages";
    private static final String SUFFIX = ".properties";
    private static final char FILE_END = ':';

    /** That of every module, and not of this one alone, as {@link Class#getResourceAsStream} would be in a named module. */
    private static final ClassLoader FILES = Messages.class.getClassLoader();

    private final Locale locale;
    private final Map<String, Map<String, String>> files = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
    }

    /** Loaded with the first sentence that is needed: a check that passes needs none. */
    private static final class Loaded {
        static final Messages CURRENT = of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** In the language of the user, where it is there. */
    public static Messages current() {
        return Loaded.CURRENT;
    }

    /** In this language where it is there, from the most general file to that of the country. */
    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    private Map<String, String> read(String file) {
        Map<String, String> texts = new HashMap<>(1024);
        for (String name : names(file)) {
            try (InputStream in = FILES.getResourceAsStream(DIRECTORY + name)) {
                if (in != null) {
                    read(new String(in.readAllBytes(), StandardCharsets.UTF_8), texts);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the texts of preflight cannot be read", e);
            }
        }
        return texts;
    }

    /**
     * A line each, as in any file of properties, but without blanks around the first {@code =}. {@link Properties} reads the few
     * that have escapes: to read all of them takes it 9 ms in a program that has just started, ten times as long as this.
     */
    private static void read(String file, Map<String, String> texts) throws IOException {
        int start = 0;
        while (start < file.length()) {
            int end = file.indexOf('\n', start);
            end = end < 0 ? file.length() : end;
            int equals = file.indexOf('=', start);
            if (file.charAt(start) != '#' && equals > start && equals < end) {
                String text = file.substring(equals + 1, end);
                texts.put(file.substring(start, equals), text.indexOf('\\') < 0 ? text : unescaped(text));
            }
            start = end + 1;
        }
    }

    private static String unescaped(String text) throws IOException {
        Properties line = new Properties();
        line.load(new StringReader("text=" + text));
        return line.getProperty("text");
    }

    private List<String> names(String file) {
        List<String> names = new ArrayList<>();
        names.add(file + SUFFIX);
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            names.add(file + "_" + locale.getLanguage() + SUFFIX);
            names.add(file + "_" + locale.getLanguage() + "_" + locale.getCountry() + SUFFIX);
        }
        return names;
    }

    /** The text of that key as it stands in the file; empty where there is none. */
    public Optional<String> pattern(String key) {
        int colon = key.indexOf(FILE_END);
        String file = colon < 0 ? NAME : key.substring(0, colon);
        Map<String, String> texts = files.get(file);
        if (texts == null) {
            texts = read(file);
            files.put(file, texts);
        }
        return Optional.ofNullable(texts.get(key.substring(colon + 1)));
    }

    /** A text without values. Without such a text the key itself is shown, rather than ending a check. */
    public String text(String key) {
        return pattern(key).orElse(key);
    }

    /** A phrase with its values in it. */
    public String text(Phrase phrase) {
        return fill(text(phrase.key()), phrase.values()::get);
    }

    /**
     * Puts values into a text.
     *
     * @param values by name: what a {@link Phrase} may hold; null where there is no such value, and the name is left as it stands
     */
    public String fill(String pattern, Function<String, @Nullable Object> values) {
        StringBuilder text = new StringBuilder(pattern.length() + 64);
        int from = 0;
        int open = pattern.indexOf('{');
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, from, open).append(value(pattern.substring(open + 1, close), values));
            from = close + 1;
            open = pattern.indexOf('{', from);
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private String value(String placeholder, Function<String, @Nullable Object> values) {
        int choice = placeholder.indexOf('|');
        boolean isSeparated = placeholder.endsWith(";") || placeholder.endsWith(",");
        int end = choice >= 0 ? choice : placeholder.length() - (isSeparated ? 1 : 0);
        String name = placeholder.substring(0, end);
        Object value = values.apply(name);
        if (value == null) {
            return "{" + placeholder + "}";
        }
        if (value instanceof List<?> list) {
            return joined(list, placeholder.charAt(placeholder.length() - 1));
        }
        if (choice < 0) {
            return shown(value);
        }
        int second = placeholder.indexOf('|', choice + 1);
        return value.equals(1L) ? placeholder.substring(choice + 1, second) : placeholder.substring(second + 1);
    }

    private String joined(List<?> list, char separator) {
        List<String> parts = list.stream().map(this::shown).toList();
        return switch (separator) {
            case ';' -> String.join(text("list.semicolon"), parts);
            case ',' -> String.join(text("list.comma"), parts);
            default -> enumerated(parts);
        };
    }

    /** Such as {@code a, b and c}. */
    public String enumerated(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(text("list.comma"), parts.subList(0, last)) + text("list.and") + parts.get(last);
    }

    private String shown(Object value) {
        if (value instanceof Phrase phrase) {
            return text(phrase);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Long number ? grouped(number) : value.toString();
    }

    /** In groups of three digits. */
    public String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            text.insert(i, text("digits.separator"));
        }
        return text.toString();
    }
}
