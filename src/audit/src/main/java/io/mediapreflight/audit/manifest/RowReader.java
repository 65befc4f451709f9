package io.mediapreflight.audit.manifest;

import io.mediapreflight.audit.text.ByteLines;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The text of a CSV file for a parser that buffers what it is given: it gets one line a call, so that it never holds more
 * than the row that it is at, and reading can go on behind a row that it gives up. The bytes of names survive.
 */
final class RowReader extends Reader {
    /** Stands for a line beyond the bound, of which nothing is kept. */
    private static final byte[] TOO_LONG = {};

    private final ByteLines lines;
    private char[] line = {};
    private int position;
    private long rowBytes;
    private boolean ended;
    private final Deque<byte[]> again = new ArrayDeque<>();
    private final List<byte[]> row = new ArrayList<>();

    RowReader(InputStream in) {
        this.lines = new ByteLines(in, (byte) '\n', Rows.MAX_ROW_BYTES);
    }

    /** A row that goes beyond the bound. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Begins a row, and returns the number of its first line: that of the row before, where a carriage return alone parts the two. */
    long startRow() {
        boolean isRest = position < line.length;
        rowBytes = isRest ? line.length : 0;
        row.subList(0, isRest ? row.size() - 1 : row.size()).clear();
        return lines.number() - again.size() + (isRest ? 0 : 1);
    }

    /** Goes back to the second line of the row: its first is given up, and what was taken for its rest may be rows. */
    void goBack() {
        for (int i = row.size() - 1; i > 0; i--) {
            again.addFirst(row.get(i));
        }
        row.clear();
        position = line.length;
        ended = false;
    }

    /** Whether the row goes over several lines. */
    boolean isOfSeveralLines() {
        return row.size() > 1;
    }

    /** Whether the line holds a carriage return without a line feed, as in files of the classic Mac OS. */
    boolean holdsLoneReturn() {
        for (int i = 0; i < line.length - 1; i++) {
            if (line[i] == '\r' && line[i + 1] != '\n') {
                return true;
            }
        }
        return false;
    }

    /** Whether the parser has asked for more than there is. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (position == line.length && !nextLine()) {
            ended = true;
            return -1;
        }
        int count = Math.min(length, rowEnd(length) - position);
        System.arraycopy(line, position, into, offset, count);
        position += count;
        return count;
    }

    /**
     * Where what is given next ends: behind the character that follows a carriage return, which the parser looks at, so that what it has not
     * asked for yet is the next row's; else at the end of the line.
     */
    private int rowEnd(int length) {
        for (int i = position; i < Math.min(line.length - 2, position + length); i++) {
            if (line[i] == '\r' && line[i + 1] != '\n' && line[i + 1] != '\r') {
                return i + 2;
            }
        }
        return line.length;
    }

    private boolean nextLine() throws IOException {
        if (again.isEmpty() && !lines.advance()) {
            return false;
        }
        byte[] bytes = again.isEmpty() ? (lines.isTooLong() ? TOO_LONG : lines.bytes()) : again.removeFirst();
        row.add(bytes);
        rowBytes += bytes.length + 1L;
        if (bytes == TOO_LONG || rowBytes > Rows.MAX_ROW_BYTES) {
            throw new TooLongException();
        }
        // The last line may lack its end: to the parser all are alike.
        line = (SurrogateEscape.decode(bytes) + "\n").toCharArray();
        position = 0;
        return true;
    }

    /** The stream is the manifest's to close. */
    @Override
    public void close() {}
}
