package io.mediapreflight.audit.list;

import io.mediapreflight.audit.text.ByteLines;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The names in a list, one at a time and byte by byte: nothing is trimmed, nothing is a comment, a carriage return is part
 * of a name. Empty entries are passed over; the last entry may lack its end mark.
 *
 * <pre>{@code
 * FileList names = FileList.nul(System.in); // find . -print0
 * for (Optional<String> name = names.next(); name.isPresent(); name = names.next()) {
 *     check(PathNames.path(name.get()));
 * }
 * }</pre>
 */
public final class FileList {
    /** Sixteen times the longest path that Linux opens (PATH_MAX, 4,096): what is longer is no list of names. */
    static final int MAX_NAME_BYTES = 64 * 1024;

    private final ByteLines entries;
    private final String entry;

    private FileList(InputStream in, char end, String entry) {
        this.entries = new ByteLines(in, (byte) end, MAX_NAME_BYTES);
        this.entry = entry;
    }

    /** A name a line. A name that holds a line feed needs {@link #nul}. The stream is the caller's to close. */
    public static FileList lines(InputStream in) {
        return new FileList(in, '\n', "line");
    }

    /** Each name ended by a byte 0, which no name can hold. The stream is the caller's to close. */
    public static FileList nul(InputStream in) {
        return new FileList(in, '\0', "entry");
    }

    private FileListException problem(String what) {
        return new FileListException(Phrase.of("audit:list." + entry + "-" + what)
                .with("number", entries.number())
                .with("max", MAX_NAME_BYTES));
    }

    /**
     * The next name, as {@link SurrogateEscape} has it; empty at the end.
     *
     * @throws FileListException where an entry is longer than any name, or holds a byte 0
     */
    public Optional<String> next() throws IOException {
        while (entries.advance()) {
            if (entries.isTooLong()) {
                throw problem("too-long");
            }
            String name = SurrogateEscape.decode(entries.bytes());
            if (name.indexOf('\0') >= 0) {
                throw problem("nul");
            }
            if (!name.isEmpty()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
