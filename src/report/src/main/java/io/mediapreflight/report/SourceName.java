package io.mediapreflight.report;

import io.mediapreflight.source.SurrogateEscape;
import java.util.Optional;

/** What a source is called: a file by its path as given, a URL, or standard input. */
public final class SourceName {
    private static final SourceName STANDARD_INPUT = new SourceName("-", false);

    private final String escaped;
    private final boolean inCommands;

    private SourceName(String escaped, boolean inCommands) {
        this.escaped = escaped;
        this.inCommands = inCommands;
    }

    /** A file or a URL. Bytes that are not UTF-8 stand in the name as {@link SurrogateEscape} has them. */
    public static SourceName of(String name) {
        return new SourceName(name, true);
    }

    /** A file by the bytes of its path. */
    public static SourceName of(byte[] path) {
        return of(SurrogateEscape.decode(path));
    }

    /** Standard input, shown as {@code -}. No command can be told to mend it. */
    public static SourceName standardInput() {
        return STANDARD_INPUT;
    }

    /** The name in valid Unicode: U+FFFD stands for every byte that is not UTF-8. */
    public String text() {
        return SurrogateEscape.toUnicode(escaped);
    }

    /** The exact bytes, where {@link #text} does not tell them. */
    public Optional<byte[]> exactBytes() {
        return SurrogateEscape.isUnicode(escaped) ? Optional.empty() : Optional.of(SurrogateEscape.encode(escaped));
    }

    /** The name as a terminal may show it. */
    public String visible() {
        return escaped.isEmpty() ? "''" : Visible.name(escaped);
    }

    /** Whether a command can name it. */
    boolean fitsCommands() {
        return inCommands;
    }

    /** The name as {@link SurrogateEscape} has it. */
    String escaped() {
        return escaped;
    }

    /** The name without the extension of its last part: {@code dir/a.b} for {@code dir/a.b.jpg}. */
    String stem() {
        int dot = escaped.lastIndexOf('.');
        return dot <= escaped.lastIndexOf('/') + 1 ? escaped : escaped.substring(0, dot);
    }

    @Override
    public String toString() {
        return visible();
    }
}
