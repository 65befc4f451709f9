package io.mediapreflight.submit.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the requests of one run have in common. */
final class SharedState {
    private final Allowance allowance;
    private final UnderWay underWay = new UnderWay();
    private final Ending ending = new Ending();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    SharedState(long maxSubmissions) {
        this.allowance = new Allowance(maxSubmissions);
    }

    Allowance allowance() {
        return allowance;
    }

    UnderWay underWay() {
        return underWay;
    }

    Ending ending() {
        return ending;
    }

    /** Whether a request comes for the first time: to send it again knowingly does not mean to send it twice. */
    boolean isFirst(String digest) {
        return seen.add(digest);
    }
}
