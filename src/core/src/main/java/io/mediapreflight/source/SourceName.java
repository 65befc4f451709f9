package io.mediapreflight.source;

import io.mediapreflight.text.SurrogateEscape;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The name of a source: the path of a file, as given or within an audited directory, a URL, standard input, the file
 * of a request, or its row of a manifest. Bytes that are not UTF-8 are kept as {@link SurrogateEscape} encodes them.
 */
public final class SourceName {
    private static final SourceName STANDARD_INPUT = new SourceName(Optional.empty(), "-", false);
    private static final SourceName NONE = new SourceName(Optional.empty(), "", false);

    private final Optional<String> root;
    private final String name;
    private final boolean inCommands;
    private final OptionalLong line;
    private final Optional<String> id;

    private SourceName(Optional<String> root, String name, boolean inCommands) {
        this(root, name, inCommands, OptionalLong.empty(), Optional.empty());
    }

    private SourceName(Optional<String> root, String name, boolean inCommands, OptionalLong line, Optional<String> id) {
        this.root = root;
        this.name = name;
        this.inCommands = inCommands;
        this.line = line;
        this.id = id;
    }

    /** A file or a URL. */
    public static SourceName of(String name) {
        return new SourceName(Optional.empty(), name, true);
    }

    /** A file by the bytes of its path. */
    public static SourceName of(byte[] path) {
        return of(SurrogateEscape.decode(path));
    }

    /**
     * A file that was found in a directory. Programs get the two separately; people and commands get the whole path.
     *
     * @param root the directory as it was given
     * @param relative the path from there, with {@code /} between its parts, and behind it for a directory; empty for
     *     the root itself
     */
    public static SourceName within(String root, String relative) {
        return new SourceName(Optional.of(root), relative, true);
    }

    /** A name for people only, such as a URL whose bytes are held in memory: no command can open it. */
    public static SourceName ofNoFile(String name) {
        return new SourceName(Optional.empty(), name, false);
    }

    /**
     * An object that was found in a store: no command can open it.
     *
     * @param root what was listed, such as {@code s3://bucket/clips}
     * @param relative the name from there, with {@code /} between its parts
     */
    public static SourceName ofObject(String root, String relative) {
        return new SourceName(Optional.of(root), relative, false);
    }

    /** Standard input, shown as {@code -}. No command can fix it. */
    public static SourceName standardInput() {
        return STANDARD_INPUT;
    }

    /** Bytes that have no name. */
    public static SourceName none() {
        return NONE;
    }

    /**
     * A row of the manifest that has this name.
     *
     * @param lineNumber where in the manifest it begins, from 1
     * @param rowId its id in the manifest
     */
    public SourceName row(long lineNumber, Optional<String> rowId) {
        return new SourceName(root, name, inCommands, OptionalLong.of(lineNumber), rowId);
    }

    /** The name as it was given, or found within its root, with every byte. */
    public String name() {
        return name;
    }

    /** The last part of the name, whose extension says what the source is meant for. */
    public String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The name in valid Unicode: U+FFFD stands for bytes that are not UTF-8. */
    public String text() {
        return SurrogateEscape.toUnicode(name);
    }

    /** The exact bytes, where {@link #text} does not have them. */
    public Optional<byte[]> exactBytes() {
        return exactBytes(name);
    }

    /** The directory that was audited, like {@link #text}; empty where the file was not found in one. */
    public Optional<String> root() {
        return root.map(SurrogateEscape::toUnicode);
    }

    /** The exact bytes of the directory, where {@link #root} does not have them. */
    public Optional<byte[]> exactRootBytes() {
        return root.flatMap(SourceName::exactBytes);
    }

    /** Where in its manifest a row begins, from 1; empty for anything else. */
    public OptionalLong line() {
        return line;
    }

    /** The id of a row in its manifest. */
    public Optional<String> id() {
        return id;
    }

    private static Optional<byte[]> exactBytes(String name) {
        return SurrogateEscape.isUnicode(name) ? Optional.empty() : Optional.of(SurrogateEscape.encode(name));
    }

    /** Whether a command can name it. */
    public boolean fitsCommands() {
        return inCommands;
    }

    /** The path from the working directory, with every byte. */
    public String path() {
        // Joined only on demand: most files of an audit pass, and their names are never shown.
        if (root.isEmpty()) {
            return name;
        }
        return inCommands ? joined(root.get(), name) : joinedKey(root.get(), name);
    }

    /** A key is taken literally: two slashes in it are not one. */
    private static String joinedKey(String root, String relative) {
        return root.endsWith("/") ? root + relative : root + "/" + relative;
    }

    private static String joined(String root, String relative) {
        if (relative.isEmpty()) {
            return root;
        }
        int end = root.length();
        while (end > 1 && root.charAt(end - 1) == '/') {
            end--;
        }
        String directory = root.substring(0, end);
        if (directory.isEmpty() || directory.equals(".")) {
            return relative;
        }
        return directory.endsWith("/") ? directory + relative : directory + "/" + relative;
    }

    /** That path without the extension of its last part: {@code dir/a.b} for {@code dir/a.b.jpg}. */
    public String stem() {
        String path = path();
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/') + 1 ? path : path.substring(0, dot);
    }

    /** The path of a fixed copy beside it, without an extension: {@code dir/a-fixed} for {@code dir/a.jpg}. */
    public String fixedStem() {
        return FixedName.of(stem());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceName that
                && root.equals(that.root)
                && name.equals(that.name)
                && inCommands == that.inCommands
                && line.equals(that.line)
                && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
