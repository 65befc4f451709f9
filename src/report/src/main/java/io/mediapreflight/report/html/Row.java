package io.mediapreflight.report.html;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Fraction;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table, in the texts that are shown.
 *
 * @param stem the beginning of the name that commands repeat; empty where they do not
 * @param accepted whether all that did not pass is accepted or ignored
 * @param format its format by content, or what else it is
 * @param commands that make it pass, one for each of a request's media
 * @param media to make thumbnails of; none where there will be none
 */
record Row(
        Label label,
        String stem,
        Outcome outcome,
        boolean skipped,
        boolean accepted,
        String format,
        long width,
        long height,
        Optional<Fraction> seconds,
        long bytes,
        List<RowFinding> findings,
        long moreFindings,
        List<String> commands,
        List<MediaVerdict> media) {
    /** Stands for the stem of the name within a command, so that the commands of many files are one text. */
    static final char STEM = '\uE000';

    /** Stands for what was found within a sentence. */
    static final char ACTUAL = '\uE001';

    /**
     * A finding or a piece of advice.
     *
     * @param severity of a finding or of advice
     * @param status why it does not count, a sentence; empty where it does
     * @param place in a request
     */
    record RowFinding(
            String rule,
            String severity,
            String message,
            String actual,
            String limit,
            String fix,
            String status,
            String place) {
        int length() {
            return rule.length() + message.length() + actual.length() + limit.length() + fix.length() + status.length();
        }
    }

    /** How much memory it takes, about, in characters. */
    int length() {
        int length = 200;
        for (RowFinding each : findings) {
            length += each.length() + 100;
        }
        for (String command : commands) {
            length += command.length();
        }
        return length;
    }

    /** As JSON, in which texts are numbers among all. */
    String json(Texts texts, Optional<byte[]> thumbnail) {
        PageJson json = new PageJson().startObject();
        json.key("n").text(label.name()).key("o").number(skipped ? -1 : Severity.of(outcome));
        if (accepted) {
            json.key("a").number(1);
        }
        json.key("t").number(texts.indexOf(format));
        number(json, "w", width);
        number(json, "h", height);
        seconds.ifPresent(each -> json.key("s").number(each));
        number(json, "b", bytes);
        number(json, "m", moreFindings);
        if (!findings.isEmpty()) {
            json.key("f").startArray();
            findings.forEach(each -> finding(json, each, texts));
            json.endArray();
        }
        if (!commands.isEmpty()) {
            number(json, "k", stem.length());
            json.key("c").startArray();
            commands.forEach(each -> json.number(texts.indexOf(command(each))));
            json.endArray();
        }
        thumbnail.ifPresent(jpeg -> json.key("g").text(Base64.getEncoder().encodeToString(jpeg)));
        return json.endObject().toString();
    }

    private static void number(PageJson json, String key, long value) {
        if (value > 0) {
            json.key(key).number(value);
        }
    }

    private static void finding(PageJson json, RowFinding finding, Texts texts) {
        String message = finding.message();
        int at = finding.actual().isEmpty() ? -1 : message.indexOf(finding.actual());
        if (at >= 0 && message.indexOf(ACTUAL) < 0) {
            message = message.substring(0, at)
                    + ACTUAL
                    + message.substring(at + finding.actual().length());
        }
        json.startArray();
        json.number(texts.kind(finding.rule(), finding.severity(), message, finding.limit(), finding.fix()));
        json.text(finding.actual());
        if (!finding.status().isEmpty() || !finding.place().isEmpty()) {
            json.number(texts.indexOf(finding.status())).number(texts.indexOf(finding.place()));
        }
        json.endArray();
    }

    private String command(String command) {
        return stem.isEmpty() || command.indexOf(STEM) >= 0 ? command : command.replace(stem, String.valueOf(STEM));
    }
}
