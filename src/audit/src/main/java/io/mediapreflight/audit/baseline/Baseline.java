package io.mediapreflight.audit.baseline;

import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Accepted findings, each with a reason and a last day. It only marks findings: no outcome changes by it.
 *
 * <p>A line accepts a finding of the same source and rule; its severity, measured values and path must be the same
 * where the line has them. A worse file of the same name is therefore a new finding. Not safe for use by several
 * threads.
 */
public final class Baseline {
    /**
     * How long a finding is accepted by default: a quarter, in which the people who look after the files come
     * by once. An acceptance without end would be a hole in the check that is forgotten.
     */
    public static final int DEFAULT_DAYS = 90;

    /** What the first line of the file says it is. */
    static final String SCHEMA = "preflight.baseline/2";

    /** Still read, without the words of what was found. */
    static final String FIRST_SCHEMA = "preflight.baseline/1";

    /** A million known findings take some 200 MB here; for more, leave whole directories out of the audit. */
    static final int MAX_ENTRIES = 1_000_000;

    /** Twice what a million lines of ordinary names have: all of the text is held. */
    static final long MAX_BYTES = 512L << 20;

    private final Entry[] entries;
    private final LocalDate today;
    private final boolean ignoresWords;
    private final BitSet used = new BitSet();
    private final BitSet looked = new BitSet();

    private Baseline(Entry[] entries, LocalDate today, boolean ignoresWords) {
        this.entries = entries;
        this.today = today;
        this.ignoresWords = ignoresWords;
    }

    /** An empty baseline. */
    public static Baseline empty() {
        return new Baseline(new Entry[0], LocalDate.MIN, false);
    }

    /**
     * Reads all of a baseline.
     *
     * @param today decides what is in force, in UTC
     * @throws BaselineException where anything in the file is invalid: to ignore an acceptance silently would be a
     *     surprise, and to accept more than it says would be worse
     */
    public static Baseline read(Path file, LocalDate today) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, today, MAX_ENTRIES);
        }
    }

    static Baseline read(InputStream in, LocalDate today, int maxEntries) throws IOException {
        BaselineReader reader = new BaselineReader(in, maxEntries);
        Entry[] entries = reader.read();
        return new Baseline(entries, today, reader.ignoresWords());
    }

    /** The verdict with the acceptances of its findings, and of those of its media. */
    public Verdict accept(Verdict verdict) {
        if (entries.length == 0) {
            return verdict;
        }
        return verdict instanceof RequestVerdict request
                ? request.withMedia(item -> item.accepted(acceptances(item))).accepted(acceptances(request))
                : verdict.accepted(acceptances(verdict));
    }

    private Map<Finding, Acceptance> acceptances(Verdict verdict) {
        Map<Finding, Acceptance> accepted = new HashMap<>();
        for (Finding finding : verdict.findings()) {
            of(Entry.key(verdict.source()), finding).ifPresent(acceptance -> accepted.put(finding, acceptance));
        }
        return accepted;
    }

    /**
     * The acceptance of a finding, in force or not. Where several lines match, the one that expires last counts: if
     * any is in force, that one is.
     *
     * @param source the name as {@link SurrogateEscape} has it, relative as in the reports
     */
    Optional<Acceptance> of(String source, Finding finding) {
        matching(source, finding).forEach(used::set);
        return find(source, finding);
    }

    /** The same, and no line counts as used for it. */
    Optional<Acceptance> find(String source, Finding finding) {
        return matching(source, finding)
                .mapToObj(i -> entries[i])
                .max(Comparator.comparing(Entry::expires))
                .map(entry -> new Acceptance(entry.reason(), entry.expires(), !today.isAfter(entry.expires())));
    }

    /** Notes that a source was looked at, whatever was found: a rewritten baseline has what was found of it. */
    void lookedAt(String source) {
        String name = Entry.name(source);
        int at = first(name);
        while (at < entries.length && entries[at].source().equals(name)) {
            looked.set(at++);
        }
    }

    /** What is in force of sources that were not looked at, in the order of their names. */
    List<Entry> ofTheRest() {
        return IntStream.range(0, entries.length)
                .filter(i -> !looked.get(i) && !today.isAfter(entries[i].expires()))
                .mapToObj(i -> entries[i])
                .toList();
    }

    /** How many lines have matched no finding so far: after an audit, what was fixed, moved or misspelt. */
    public long unused() {
        return (long) entries.length - used.cardinality();
    }

    /**
     * Whether it is of the first schema, whose lines held what was found in words. Those are ignored, so a line accepts every
     * finding of its rule and severity until the baseline is written again.
     */
    public boolean ignoresWords() {
        return ignoresWords;
    }

    private IntStream matching(String source, Finding finding) {
        String name = Entry.name(source);
        return IntStream.range(first(name), entries.length)
                .takeWhile(i -> entries[i].source().equals(name))
                .filter(i -> entries[i].matches(finding));
    }

    /** The index of the first entry whose source is not before the name. */
    private int first(String name) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries[middle].source().compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
