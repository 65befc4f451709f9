package io.mediapreflight.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether a path fits a pattern as {@link java.nio.file.FileSystem#getPathMatcher} has them, in time that grows with the two lengths. The
 * JDK makes a regular expression of it, which tries every way to share a name among its stars: ten of them take hours, and a checkout may
 * bring both the pattern and the name. All places in the pattern that may be next are kept at once instead.
 */
final class GlobMatcher {
    /** One step: a set of characters, which may be taken again and again, or a choice of where to go on. */
    private record Step(CharacterSet set, boolean repeats, List<Integer> choices) {
        static Step one(CharacterSet set) {
            return new Step(set, false, List.of());
        }

        static Step many(CharacterSet set) {
            return new Step(set, true, List.of());
        }

        static Step choice(List<Integer> choices) {
            return new Step(c -> false, false, choices);
        }
    }

    private interface CharacterSet {
        boolean holds(int codePoint);
    }

    private static final CharacterSet ANY = c -> true;
    private static final CharacterSet WITHIN_A_NAME = c -> c != '/';

    private final int[] pattern;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    /** @param pattern one that the JDK takes */
    GlobMatcher(String pattern) {
        this.pattern = pattern.codePoints().toArray();
        while (at < this.pattern.length) {
            if (this.pattern[at] == '{') {
                at++;
                alternatives();
            } else {
                step();
            }
        }
    }

    /** Between braces, parted by commas; braces do not nest. */
    private void alternatives() {
        int choice = steps.size();
        steps.add(Step.choice(List.of()));
        List<Integer> starts = new ArrayList<>(List.of(steps.size()));
        List<Integer> ends = new ArrayList<>();
        while (pattern[at] != '}') {
            if (pattern[at] == ',') {
                at++;
                ends.add(steps.size());
                steps.add(Step.choice(List.of()));
                starts.add(steps.size());
            } else {
                step();
            }
        }
        at++;
        steps.set(choice, Step.choice(List.copyOf(starts)));
        ends.forEach(end -> steps.set(end, Step.choice(List.of(steps.size()))));
    }

    private void step() {
        int c = pattern[at++];
        switch (c) {
            case '\\' -> literal(pattern[at++]);
            case '?' -> steps.add(Step.one(WITHIN_A_NAME));
            case '[' -> steps.add(Step.one(bracketed()));
            case '*' -> {
                boolean isDouble = at < pattern.length && pattern[at] == '*';
                at += isDouble ? 1 : 0;
                steps.add(Step.many(isDouble ? ANY : WITHIN_A_NAME));
            }
            default -> literal(c);
        }
    }

    private void literal(int c) {
        steps.add(Step.one(other -> other == c));
    }

    /** Characters and ranges of them, or with an exclamation mark all others but the slash. */
    private CharacterSet bracketed() {
        boolean isNegated = pattern[at] == '!';
        at += isNegated ? 1 : 0;
        List<int[]> ranges = new ArrayList<>();
        while (pattern[at] != ']') {
            int first = pattern[at++];
            boolean isRange = pattern[at] == '-' && pattern[at + 1] != ']';
            ranges.add(new int[] {first, isRange ? pattern[at + 1] : first});
            at += isRange ? 2 : 0;
        }
        at++;
        return c -> c != '/' && isNegated != ranges.stream().anyMatch(range -> range[0] <= c && c <= range[1]);
    }

    boolean matches(String path) {
        BitSet next = new BitSet();
        enter(0, next);
        for (int i = 0; i < path.length() && !next.isEmpty(); i += Character.charCount(path.codePointAt(i))) {
            next = behind(path.codePointAt(i), next);
        }
        return next.get(steps.size());
    }

    private BitSet behind(int codePoint, BitSet places) {
        BitSet next = new BitSet();
        places.stream()
                .filter(place -> place < steps.size() && steps.get(place).set().holds(codePoint))
                .forEach(place -> enter(steps.get(place).repeats() ? place : place + 1, next));
        return next;
    }

    /** Adds a place, and those that are reached from it without a character: what a star or a choice leads to lies behind it. */
    private void enter(int first, BitSet places) {
        BitSet open = new BitSet();
        open.set(first);
        for (int place = first; place >= 0; place = open.nextSetBit(place + 1)) {
            places.set(place);
            if (place < steps.size()) {
                Step step = steps.get(place);
                step.choices().forEach(open::set);
                if (step.repeats()) {
                    open.set(place + 1);
                }
            }
        }
    }
}
