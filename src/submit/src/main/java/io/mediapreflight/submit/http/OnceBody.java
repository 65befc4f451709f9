package io.mediapreflight.submit.http;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * A body that leaves once. Whatever the client's settings are, a second sending gets none of it, and it knows for
 * certain that nothing of it ever left.
 */
public final class OnceBody implements HttpRequest.BodyPublisher {
    private final byte[] bytes;
    private final Duration holdBack;
    private final Executor executor;
    private boolean subscribed;
    private boolean handedOver;
    private boolean withheld;

    /** The body waits behind the headers for so long. */
    public OnceBody(byte[] bytes, Duration holdBack, Executor executor) {
        this.bytes = bytes.clone();
        this.holdBack = holdBack;
        this.executor = executor;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    /** From here on nothing leaves any more. Says whether it already has. */
    public synchronized boolean withhold() {
        withheld = true;
        return handedOver;
    }

    private synchronized boolean handOver() {
        if (withheld || handedOver) {
            return false;
        }
        handedOver = true;
        return true;
    }

    private synchronized boolean isFirst() {
        boolean first = !subscribed;
        subscribed = true;
        return first;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        boolean first = isFirst();
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean requested;

            @Override
            public void request(long n) {
                if (first && !requested) {
                    requested = true;
                    CompletableFuture.delayedExecutor(holdBack.toMillis(), TimeUnit.MILLISECONDS, executor)
                            .execute(() -> send(subscriber));
                }
            }

            @Override
            public void cancel() {
                withhold();
            }
        });
        if (!first) {
            subscriber.onError(new IOException(Phrase.of("submit:sent-once").toString()));
        }
    }

    private void send(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (handOver()) {
            subscriber.onNext(ByteBuffer.wrap(bytes));
            subscriber.onComplete();
        }
    }
}
