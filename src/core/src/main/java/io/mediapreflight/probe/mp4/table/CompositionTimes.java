package io.mediapreflight.probe.mp4.table;

import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import java.util.Optional;

/**
 * When the samples are presented, in ticks of the media: {@code ctts} (ISO/IEC 14496-12 8.6.1.3) added to {@code stts}. Reordering presents
 * samples at times at which others are decoded; an offset that is nonsense presents them at times when nothing is.
 *
 * @param box the table that says so
 * @param first when the first one is presented
 * @param last when the last one is presented
 * @param lastDecoded when the last one is decoded; the first one is at 0
 * @param room by how much reordering may delay a sample: as many as codecs reorder, each as long as the longest
 */
public record CompositionTimes(Box box, long first, long last, long lastDecoded, long room) {
    /** H.264 and H.265 reorder by so many frames at most. */
    private static final int MAX_REORDERED = 16;

    private static final int NUMBERS = 2; // of an entry of either table
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    /** Empty where no offset is larger than reordering explains, or where the tables are not in the window. */
    static Optional<CompositionTimes> read(Window window, Table times, Table offsets) {
        if (!times.hasEntries() || !offsets.hasEntries()) {
            return Optional.empty();
        }
        int[] moves = offsets.numbers(window);
        int[] lasting = times.numbers(window);
        if (moves.length == 0 || lasting.length == 0 || areSmall(moves, MAX_REORDERED * (lasting[1] & UNSIGNED))) {
            return Optional.empty();
        }
        return new Walk(lasting, moves).times(offsets.box());
    }

    private static boolean areSmall(int[] moves, long room) {
        for (int i = 1; i < moves.length; i += NUMBERS) {
            if (Math.abs((long) moves[i]) > room) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether samples are presented when nothing else is: further apart than all of them last, or out of reach of what the edit list shows.
     *
     * @param start the time of the media at which the edit list begins; 0 where there is none
     */
    public boolean areNonsense(long start) {
        boolean areApart = last - first > lastDecoded + room;
        boolean areLate = first - start > room || last < start;
        return areApart || areLate || lastDecoded - last > room;
    }

    /** Both tables, stepped through side by side: each step is of samples with the same duration and the same offset. */
    private static final class Walk {
        private final int[] lasting;
        private final int[] moves;
        private int time;
        private int move;
        private long left;
        private long leftToMove;
        private long decoded;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long longest;
        private long lastDecoded;

        Walk(int[] lasting, int[] moves) {
            this.lasting = lasting;
            this.moves = moves;
            left = lasting[0] & UNSIGNED;
            leftToMove = moves[0] & UNSIGNED;
        }

        Optional<CompositionTimes> times(Box box) {
            while (time < lasting.length) {
                long ofMove = move < moves.length ? leftToMove : left;
                step(Math.min(left, ofMove));
            }
            return first > last
                    ? Optional.empty()
                    : Optional.of(new CompositionTimes(
                            box, first, last, lastDecoded, Math.multiplyExact(longest, MAX_REORDERED)));
        }

        private void step(long count) {
            long each = lasting[time + 1] & UNSIGNED;
            if (count > 0) {
                long offset = move < moves.length ? moves[move + 1] : 0;
                first = Math.min(first, decoded + offset);
                long behind = Math.addExact(decoded, Math.multiplyExact(each, count));
                lastDecoded = behind - each;
                last = Math.max(last, lastDecoded + offset);
                longest = Math.max(longest, each);
                decoded = behind;
            }
            left -= count;
            leftToMove -= count;
            if (left == 0) {
                time += NUMBERS;
                left = time < lasting.length ? lasting[time] & UNSIGNED : 0;
            }
            if (leftToMove == 0 && move < moves.length) {
                move += NUMBERS;
                leftToMove = move < moves.length ? moves[move] & UNSIGNED : 0;
            }
        }
    }
}
