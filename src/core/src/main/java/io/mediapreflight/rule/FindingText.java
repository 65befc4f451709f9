package io.mediapreflight.rule;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.spec.BoundText;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding in words, from the {@link Messages}. The sentence of a rule is there under the rule's id and the
 * severity, such as {@code image.size.fail}; with {@code .readings} behind it for readings that differ, or the key of
 * what was found ({@code file.access.unknown.access.directory}) where that is said in a sentence of its own.
 */
final class FindingText {
    private static final String MISSING = "missing";
    private static final String ACTUAL = "actual";
    private static final String SENTENCE = ".sentence";

    private final Messages messages = Messages.current();
    private final Finding finding;
    private final ReadingText readings;

    FindingText(Finding finding) {
        this.finding = finding;
        this.readings = new ReadingText(finding);
    }

    String actual() {
        if (!finding.defects().isEmpty()) {
            String defects = finding.defects().stream().map(Malformed::toString).collect(joining("list.semicolon"));
            return readings.named(MISSING)
                    .map(bytes -> messages.text(Phrase.of("actual.missing").with(MISSING, bytes)) + defects)
                    .orElse(defects);
        }
        if (finding.details().isEmpty()) {
            return finding.measured().isEmpty() ? messages.text("actual.none") : readings.listed();
        }
        return finding.details().stream().map(this::words).collect(joining("list.comma"));
    }

    String limit() {
        if (finding.rule() instanceof OwnRule own) {
            return own.bound();
        }
        RuleId rule = (RuleId) finding.rule();
        String limit = BoundText.of(rule, finding.bound());
        boolean isCountedTwice = (rule == RuleId.IMAGE_SIZE || rule == RuleId.VIDEO_SIZE)
                && finding.bound().flatMap(bound -> bound.maxGenerous()).isPresent();
        return isCountedTwice ? limit + messages.fill(messages.text("limit.counted"), this::value) : limit;
    }

    String message() {
        if (!finding.defects().isEmpty()) {
            return filled(readings.named(MISSING).isPresent() ? ".missing" : ".defects");
        }
        if (!finding.details().isEmpty()) {
            return finding.details().stream().map(this::sentence).collect(Collectors.joining(" "));
        }
        if (finding.measured().isEmpty()) {
            return filled(".none");
        }
        return filled(readings.hideAPart() ? ".hidden" : readings.differ() ? ".readings" : "");
    }

    /** The sentence for this detail, or else that of the rule. */
    private String sentence(Phrase detail) {
        Optional<String> own =
                messages.pattern(key() + "." + detail.key()).or(() -> messages.pattern(detail.key() + SENTENCE));
        return own.isPresent() ? filled(own.get(), detail) : filled(pattern(""), detail);
    }

    private String filled(String variant) {
        return ended(messages.fill(pattern(variant), this::value));
    }

    /** Avoids a second full stop, also where the detail ends with a question mark. */
    private static String ended(String sentence) {
        return sentence.endsWith("?.") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private String filled(String pattern, Phrase detail) {
        return ended(messages.fill(pattern, name -> {
            if (name.equals(ACTUAL)) {
                return words(detail);
            }
            Object own = detail.values().get(name);
            return own == null ? value(name) : own;
        }));
    }

    private String words(Phrase detail) {
        return messages.fill(messages.text(detail.key()), name -> {
            Object own = detail.values().get(name);
            return own == null ? value(name) : own;
        });
    }

    /** The text for the rule and the severity; for the severity alone, around that of a failure, where it has none. */
    private String pattern(String variant) {
        return messages.pattern(key() + variant)
                .or(() -> messages.pattern(key()))
                .orElseGet(() -> messages.fill(
                        messages.text(finding.severity().id()), name -> name.equals("fail") ? failure(variant) : null));
    }

    private String failure(String variant) {
        String key = base() + "." + Outcome.FAIL.id();
        return messages.pattern(key + variant).orElseGet(() -> messages.text(key));
    }

    private String key() {
        return base() + "." + finding.severity().id();
    }

    private String base() {
        return finding.rule() instanceof OwnRule ? "own-rule" : finding.rule().id();
    }

    private @Nullable Object value(String name) {
        return switch (name) {
            case ACTUAL -> actual();
            case "limit" -> limit();
            case "readings" -> readings.said();
            case "missingCount" -> readings.number(MISSING);
            case "defects" ->
                finding.defects().stream().map(FindingText::sentence).distinct().collect(Collectors.joining(" "));
            default -> readings.named(name).orElseGet(() -> bound(name));
        };
    }

    private @Nullable String bound(String name) {
        return finding.rule() instanceof RuleId rule && finding.bound().isPresent()
                ? BoundText.value(rule, finding.bound().get(), name)
                : null;
    }

    private static Collector<CharSequence, ?, String> joining(String separator) {
        return Collectors.joining(Messages.current().text(separator));
    }

    private static String sentence(Malformed defect) {
        return Messages.current()
                .pattern("malformed." + defect.code().name())
                .orElseGet(() -> Messages.current().text(Phrase.of("malformed").with("what", defect.what())));
    }
}
