package io.mediapreflight.validation;

import io.mediapreflight.rule.Finding;

/** Puts a finding into a template of a message. */
final class MessageTemplate {
    private static final String OPEN = "{finding.";

    private MessageTemplate() {}

    /**
     * The template with the parts of the finding in place of their names. They come from the file: nothing in them is interpolated, for an
     * expression there would be run.
     */
    static String fill(String template, Finding finding) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf(OPEN); open >= 0; open = template.indexOf(OPEN, at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(template, at, open);
            filled.append(part(
                    template.substring(open + OPEN.length(), close), finding, template.substring(open, close + 1)));
            at = close + 1;
        }
        return filled.append(template, at, template.length()).toString();
    }

    private static String part(String name, Finding finding, String otherwise) {
        return switch (name) {
            case "message" -> literal(finding.message());
            case "rule" -> literal(finding.rule().id());
            case "severity" -> literal(finding.severity().id());
            case "actual" -> literal(finding.actual());
            case "limit" -> literal(finding.limit());
            case "fix" -> literal(finding.fix().advice());
            default -> otherwise;
        };
    }

    /** Jakarta Bean Validation 6.3.1: a backslash takes their meaning from these. */
    private static String literal(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '}' || c == '$' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
