package io.mediapreflight.report;

import io.mediapreflight.source.SurrogateEscape;
import io.mediapreflight.text.SafeText;
import java.util.Optional;

/** What a source is called: a file by its path as given or within an audited folder, a URL, or standard input. */
public final class SourceName {
    private static final SourceName STANDARD_INPUT = new SourceName(Optional.empty(), "-", false);

    private final Optional<String> root;
    private final String name;
    private final boolean inCommands;

    private SourceName(Optional<String> root, String name, boolean inCommands) {
        this.root = root;
        this.name = name;
        this.inCommands = inCommands;
    }

    /** A file or a URL. Bytes that are not UTF-8 stand in the name as {@link SurrogateEscape} has them. */
    public static SourceName of(String name) {
        return new SourceName(Optional.empty(), name, true);
    }

    /** A file by the bytes of its path. */
    public static SourceName of(byte[] path) {
        return of(SurrogateEscape.decode(path));
    }

    /**
     * A file that was found in a folder. Programs are told the two apart; a person, and a command, the path that leads there.
     *
     * @param root the folder as it was given
     * @param relative the path from there, with {@code /}; empty for the folder itself
     */
    public static SourceName within(String root, String relative) {
        return new SourceName(Optional.of(root), relative, true);
    }

    /** Standard input, shown as {@code -}. No command can be told to mend it. */
    public static SourceName standardInput() {
        return STANDARD_INPUT;
    }

    /** The name, within the folder where it was found in one, in valid Unicode: U+FFFD stands for bytes that are not UTF-8. */
    public String text() {
        return SurrogateEscape.toUnicode(name);
    }

    /** The exact bytes, where {@link #text} does not tell them. */
    public Optional<byte[]> exactBytes() {
        return exactBytes(name);
    }

    /** The folder that was audited, like {@link #text}; empty where the file was not found in one. */
    public Optional<String> root() {
        return root.map(SurrogateEscape::toUnicode);
    }

    /** The exact bytes of the folder, where {@link #root} does not tell them. */
    public Optional<byte[]> exactRootBytes() {
        return root.flatMap(SourceName::exactBytes);
    }

    private static Optional<byte[]> exactBytes(String name) {
        return SurrogateEscape.isUnicode(name) ? Optional.empty() : Optional.of(SurrogateEscape.encode(name));
    }

    /** The path from the working directory, as a terminal may show it. */
    public String visible() {
        return shown(path());
    }

    /** The folder of that path, with {@code /} behind it, as a terminal may show it. */
    String visibleFolder() {
        String path = path();
        int lastPart = lastPart(path);
        return lastPart == 0 ? "./" : SafeText.name(path.substring(0, lastPart));
    }

    /** What {@link #visibleFolder} leaves of that path. */
    String visibleLastPart() {
        String path = path();
        return shown(path.substring(lastPart(path)));
    }

    /** Where the last part begins; a slash at the very end belongs to it. */
    private static int lastPart(String path) {
        return path.lastIndexOf('/', path.length() - 2) + 1;
    }

    private static String shown(String name) {
        return name.isEmpty() ? "''" : SafeText.name(name);
    }

    /** Whether a command can name it. */
    boolean fitsCommands() {
        return inCommands;
    }

    /** The path from the working directory, as {@link SurrogateEscape} has it. */
    String path() {
        // Joined only when asked for: most files of an audit pass, and nobody asks.
        return root.isEmpty() ? name : joined(root.get(), name);
    }

    private static String joined(String root, String relative) {
        if (relative.isEmpty()) {
            return root;
        }
        int end = root.length();
        while (end > 1 && root.charAt(end - 1) == '/') {
            end--;
        }
        String folder = root.substring(0, end);
        if (folder.isEmpty() || folder.equals(".")) {
            return relative;
        }
        return folder.endsWith("/") ? folder + relative : folder + "/" + relative;
    }

    /** That path without the extension of its last part: {@code dir/a.b} for {@code dir/a.b.jpg}. */
    String stem() {
        String path = path();
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') + 1 ? path : path.substring(0, dot);
    }

    @Override
    public String toString() {
        return visible();
    }
}
