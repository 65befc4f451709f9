package io.mediapreflight.cli.man;

/** Text in the language of manual pages: the macros of man(7) that every formatter knows. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** A request with arguments, each of which is quoted. */
    Roff request(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
        return this;
    }

    /** A line of text. */
    Roff line(String words) {
        String escaped = escaped(words);
        // What begins with a dot or an apostrophe would be a request.
        text.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
        return this;
    }

    /** A line that is put together from {@link #bold}, {@link #italic} and {@link #plain} words. */
    Roff mixed(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    static String bold(String words) {
        return "\\fB" + escaped(words) + "\\fR";
    }

    static String italic(String words) {
        return "\\fI" + escaped(words) + "\\fR";
    }

    static String plain(String words) {
        return escaped(words);
    }

    /** A hyphen is a minus sign where it is copied into a shell; quotes stay as they are typed. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(each -> {
            switch (each) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (each < 0x80) {
                        escaped.appendCodePoint(each);
                    } else {
                        escaped.append(String.format("\\[u%04X]", each));
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
