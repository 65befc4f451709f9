package io.mediapreflight.report;

/** Colours on a terminal that wants them; nothing anywhere else. */
enum Paint {
    COLOURED,
    PLAIN;

    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String ALARM = "1;31";

    static Paint of(TextReport.Style style) {
        return style.coloured() ? COLOURED : PLAIN;
    }

    /** The word for an outcome in its colour; what is no outcome stays plain. */
    void outcome(StringBuilder out, String id) {
        switch (id) {
            case "pass" -> put(out, "32", id);
            case "warn" -> put(out, "33", id);
            case "unknown" -> put(out, "35", id);
            case "fail" -> put(out, ALARM, id);
            default -> out.append(id);
        }
    }

    void strong(StringBuilder out, String text) {
        put(out, BOLD, text);
    }

    void faint(StringBuilder out, String text) {
        put(out, DIM, text);
    }

    void alarm(StringBuilder out, String text) {
        put(out, ALARM, text);
    }

    private void put(StringBuilder out, String code, String text) {
        if (this == COLOURED) {
            out.append("\033[").append(code).append('m').append(text).append("\033[0m");
        } else {
            out.append(text);
        }
    }
}
