package io.mediapreflight.submit.batch;

/**
 * How many requests may be sent. A right that was taken comes back where nothing was sent; until that is known, no thread that might
 * have it instead is turned away.
 */
final class Allowance {
    private long left;
    private int undecided;

    /** @param max {@link Long#MAX_VALUE} for any number */
    Allowance(long max) {
        this.left = max;
    }

    /**
     * Takes the right to send one request, and waits while it is not known whether there is one. {@link #settle} must follow.
     *
     * @return whether there was one
     */
    synchronized boolean take() throws InterruptedException {
        while (left == 0 && undecided > 0) {
            wait();
        }
        if (left == 0) {
            return false;
        }
        left--;
        undecided++;
        return true;
    }

    /** @param sent whether the right was made use of */
    synchronized void settle(boolean sent) {
        undecided--;
        left += sent ? 0 : 1;
        notifyAll();
    }
}
