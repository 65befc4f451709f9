package io.mediapreflight.audit;

import io.mediapreflight.source.SourceName;
import java.util.ArrayList;
import java.util.List;

/** Base names that could pair in several ways: the first few of them, and how many there are. Safe for use by several threads. */
public final class Unpaired {
    /** As many as a person reads. */
    private static final int MAX_NAMES = 5;

    private final List<SourceName> first = new ArrayList<>();
    private long count;

    Unpaired() {}

    synchronized void add(SourceName name) {
        count++;
        if (first.size() < MAX_NAMES) {
            first.add(name);
        }
    }

    /** How many there are. */
    public synchronized long count() {
        return count;
    }

    /** The first ones, each a directory and what its files have before their extensions. */
    public synchronized List<SourceName> first() {
        return List.copyOf(first);
    }
}
