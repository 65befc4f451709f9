package io.mediapreflight.cli.audit;

import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was skipped, by extension: an audit that finds no media says what it saw instead. */
final class SkippedKinds {
    /** More are counted together: names are not ours, and an audit may meet millions. */
    private static final int MAX_KINDS = 1_000;

    private static final int SHOWN = 5;
    private static final List<String> ARCHIVES = List.of("zip", "tar", "tgz", "gz", "bz2", "xz", "zst", "7z", "rar");

    private final Map<String, Long> byExtension = new HashMap<>();
    private long others;
    private long archives;

    void add(Verdict verdict) {
        String extension = extension(verdict.source().fileName());
        if (isArchive(verdict)) {
            archives++;
        }
        if (byExtension.size() < MAX_KINDS || byExtension.containsKey(extension)) {
            byExtension.merge(extension, 1L, Long::sum);
        } else {
            others++;
        }
    }

    /** Whether it may have media in it, by content or by name. */
    static boolean isArchive(Verdict verdict) {
        return verdict.format().filter(Format::isArchive).isPresent()
                || ARCHIVES.contains(extension(verdict.source().fileName()));
    }

    /** How many archives there were. */
    long archives() {
        return archives;
    }

    /** The most frequent first. */
    List<Phrase> phrases() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(byExtension.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        List<Phrase> phrases = new ArrayList<>();
        long rest = others;
        for (Map.Entry<String, Long> each : sorted) {
            if (phrases.size() < SHOWN) {
                phrases.add(phrase(each.getKey(), each.getValue()));
            } else {
                rest += each.getValue();
            }
        }
        if (rest > 0) {
            phrases.add(Phrase.of("cli:skipped-kind.others").with("count", rest));
        }
        return phrases;
    }

    private static Phrase phrase(String extension, long count) {
        return extension.isEmpty()
                ? Phrase.of("cli:skipped-kind.bare").with("count", count)
                : Phrase.of("cli:skipped-kind").with("extension", extension).with("count", count);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : Excerpt.of(SafeText.of(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
