package io.mediapreflight.report.html;

import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of the worst results, of which so many are kept as people look at and memory holds: what fails before what is unknown, then
 * what warns, and of these what has more findings; then what is accepted, what has advice, and the rest.
 */
final class WorstRows {
    static final int MAX_ROWS = 5_000;

    /** About 20 MB: rows of ordinary files take a fourth of it. */
    private static final long MAX_LENGTH = 10_000_000;

    private static final int FINDINGS_COUNTED = 15;
    private static final int SKIPPED = 0;
    private static final int PASSED = 1;
    private static final int ADVISED = 2;
    private static final int ACCEPTED = 3;

    private final TreeMap<Integer, Deque<Row>> rows = new TreeMap<>();
    private long length;
    private int count;
    private boolean isFull;

    static int rank(Verdict verdict) {
        if (verdict.skipped()) {
            return SKIPPED;
        }
        Outcome counted = verdict.countedOutcome();
        if (counted != Outcome.PASS) {
            int findings = verdict.findings().size();
            return Severity.of(counted) * (FINDINGS_COUNTED + 1) + Math.min(FINDINGS_COUNTED, findings);
        }
        if (!verdict.passed()) {
            return ACCEPTED;
        }
        return verdict.hasAdvice() ? ADVISED : PASSED;
    }

    /** Whether a row of this rank would be kept. */
    boolean wants(int rank) {
        return !isFull || rank > rows.firstKey();
    }

    void add(int rank, Row row) {
        rows.computeIfAbsent(rank, each -> new ArrayDeque<>()).add(row);
        length += row.length();
        count++;
        while (count > MAX_ROWS || (length > MAX_LENGTH && count > 1)) {
            isFull = true;
            removeLast();
        }
    }

    private void removeLast() {
        Map.Entry<Integer, Deque<Row>> lowest = rows.firstEntry();
        length -= lowest.getValue().removeLast().length();
        count--;
        if (lowest.getValue().isEmpty()) {
            rows.remove(lowest.getKey());
        }
    }

    /** Worst first, and as they came. */
    List<Row> worstFirst() {
        List<Row> all = new ArrayList<>(count);
        rows.descendingMap().values().forEach(all::addAll);
        return all;
    }
}
