package io.mediapreflight.probe.mp4.fragment;

/** What the fragments of one track come to, in ticks of its media. */
public final class FragmentTotal {
    /** Of a track that has no fragment. */
    static final FragmentTotal NONE = new FragmentTotal();

    private long place = -1;
    private long samples;
    private long ticks;
    private long decoded;
    private long lastStart;
    private long ticksBefore;
    private long start = Long.MAX_VALUE;
    private long end;
    private long first = -1;
    private long last = -1;
    private boolean isLastNoted;
    private long shortest = Long.MAX_VALUE;
    private long longest;

    /** Begins a fragment at this decode time; false where that is not behind the beginning of the one in front of it. */
    boolean startAt(long tick) {
        boolean isInOrder = tick > lastStart || (tick == lastStart && ticks == ticksBefore);
        lastStart = tick;
        ticksBefore = ticks;
        decoded = Math.max(decoded, tick);
        return isInOrder;
    }

    /** Whether a fragment at this decode time leaves out a sample or more behind the one in front of it. */
    boolean leavesOut(long tick) {
        return samples > 0 && tick > decoded && tick - decoded >= longestSample();
    }

    /** Whether it begins more than a sample before that one ends. */
    boolean overlaps(long tick) {
        return samples > 0 && tick >= 0 && tick < decoded && decoded - tick > longestSample();
    }

    private long longestSample() {
        return Math.max(longest, last);
    }

    /** Counts samples, whose times are added one by one. */
    void count(long more) {
        samples = Math.addExact(samples, more);
    }

    /** Adds the time of a sample, which is presented after it is decoded, by its composition offset. */
    void add(long duration, long compositionOffset) {
        compare(duration);
        ticks = Math.addExact(ticks, duration);
        start = Math.min(start, Math.max(0, Math.addExact(decoded, compositionOffset)));
        decoded = Math.addExact(decoded, duration);
        end = Math.max(end, Math.addExact(decoded, compositionOffset));
    }

    /** Adds samples that last equally long and are presented in the order in which they are decoded. */
    void addRun(long count, long duration) {
        if (count == 0) {
            return;
        }
        compare(duration);
        if (count > 1) {
            compare(duration);
        }
        long sum = Math.multiplyExact(count, duration);
        samples = Math.addExact(samples, count);
        ticks = Math.addExact(ticks, sum);
        start = Math.min(start, decoded);
        decoded = Math.addExact(decoded, sum);
        end = Math.max(end, decoded);
    }

    /** The very last sample, which may be cut short or held, is not compared: each is once the next one has come. */
    private void compare(long duration) {
        if (duration != last) {
            if (last >= 0) {
                note(last);
            } else {
                first = duration;
            }
            last = duration;
            isLastNoted = false;
        } else if (!isLastNoted) {
            note(duration);
            isLastNoted = true;
        }
    }

    private void note(long duration) {
        shortest = Math.min(shortest, duration);
        longest = Math.max(longest, duration);
    }

    /** Notes where in the file a run begins. */
    void beginRunAt(long offset) {
        place = place < 0 ? offset : place;
    }

    /** Where in the file the first sample begins; negative where there is none. */
    public long place() {
        return place;
    }

    public long samples() {
        return samples;
    }

    /** The samples' durations added up. */
    public long ticks() {
        return ticks;
    }

    /** How long the first sample lasts; there is one. */
    public long first() {
        return first;
    }

    /** By how many ticks the longest sample lasts longer than the shortest, without the last one. */
    public long spread() {
        return Math.max(0, longest - shortest);
    }

    /** Where the presentation of the first sample begins on the track's clock. */
    public long start() {
        return start;
    }

    /** Where the presentation of the last sample ends on the track's clock. */
    public long end() {
        return end;
    }
}
