package io.mediapreflight.submit.batch;

import java.util.HashSet;
import java.util.Set;

/** Lets equal requests pass one after the other, so that the second meets what the journal says of the first; and equal media likewise. */
final class UnderWay {
    private final Set<String> digests = new HashSet<>();

    /** Waits until no other thread is at this request or this media file. {@link #leave} must follow. */
    synchronized void enter(String digest) throws InterruptedException {
        while (!digests.add(digest)) {
            wait();
        }
    }

    synchronized void leave(String digest) {
        digests.remove(digest);
        notifyAll();
    }
}
