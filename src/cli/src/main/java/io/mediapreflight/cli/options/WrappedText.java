package io.mediapreflight.cli.options;

/** Text of lines that are not longer than a terminal is wide. */
final class WrappedText {
    private final StringBuilder text = new StringBuilder();
    private final int width;

    WrappedText(int width) {
        this.width = width;
    }

    WrappedText line() {
        text.append('\n');
        return this;
    }

    WrappedText line(String words) {
        return paragraph("", 0, words);
    }

    /** A line that is to be copied, and so stays one, however long. */
    WrappedText unbroken(String line) {
        text.append(line).append('\n');
        return this;
    }

    /**
     * Words after a label, further lines below the first word. A label that leaves no room has a line of its own.
     *
     * @param indent where the words begin
     */
    WrappedText paragraph(String label, int indent, String words) {
        int at = label.length();
        if (at > indent) {
            text.append(label.stripTrailing()).append('\n');
            at = 0;
        } else {
            text.append(label);
        }
        pad(indent - at);
        at = Math.max(at, indent);
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            int length = word.codePointCount(0, word.length());
            if (!first && at + 1 + length > width) {
                text.append('\n');
                pad(indent);
                at = indent;
                first = true;
            }
            text.append(first ? "" : " ").append(word);
            at += (first ? 0 : 1) + length;
            first = false;
        }
        text.append('\n');
        return this;
    }

    private void pad(int count) {
        text.append(" ".repeat(Math.max(0, count)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
