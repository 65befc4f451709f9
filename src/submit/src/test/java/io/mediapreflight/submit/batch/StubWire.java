package io.mediapreflight.submit.batch;

import io.mediapreflight.submit.Call;
import io.mediapreflight.submit.Transport;
import io.mediapreflight.submit.transport.Reply;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** A service that accepts everything, or replies as a test wants it. */
final class StubWire implements Transport {
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final IntFunction<Reply> replies;

    /** @param replies by the number of the request, from 1 */
    StubWire(IntFunction<Reply> replies) {
        this.replies = replies;
    }

    static StubWire accepting() {
        return new StubWire(StubWire::accepted);
    }

    static Reply accepted(int number) {
        return complete(200, "{\"task_id\":\"task_" + number + "\"}");
    }

    static Reply complete(int status, String body) {
        return new Reply(
                Reply.Ending.COMPLETE,
                "",
                OptionalLong.of(1),
                OptionalInt.of(status),
                Map.of("content-type", List.of("application/json")),
                body,
                1);
    }

    static Reply refused(int status) {
        return complete(status, "{\"error\":{\"code\":\"c\",\"message\":\"no\"}}");
    }

    @Override
    public Reply exchange(Call call) {
        int number;
        synchronized (bodies) {
            bodies.add(call.body().orElseThrow());
            number = bodies.size();
        }
        return replies.apply(number);
    }
}
