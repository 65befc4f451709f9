package io.mediapreflight.submit.http;

import io.mediapreflight.json.JsonReader;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Keeps what arrives of one response, up to a bound, so that something is known of one that breaks off too. */
public final class IncomingResponse implements HttpResponse.BodyHandler<String>, HttpResponse.BodySubscriber<String> {
    /** A response has some hundred bytes; a task's with its videos some thousand. */
    static final int MAX_BYTES = JsonReader.MAX_BYTES;

    private final CompletableFuture<String> done = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private OptionalInt status = OptionalInt.empty();
    private Map<String, List<String>> headers = Map.of();
    private boolean tooLong;
    private Flow.@Nullable Subscription subscription;

    @Override
    public synchronized HttpResponse.BodySubscriber<String> apply(HttpResponse.ResponseInfo info) {
        status = OptionalInt.of(info.statusCode());
        headers = info.headers().map();
        return this;
    }

    @Override
    public CompletionStage<String> getBody() {
        return done;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), MAX_BYTES - kept.size())];
            buffer.get(bytes);
            kept.write(bytes, 0, bytes.length);
            tooLong |= buffer.hasRemaining();
        }
        Optional.ofNullable(subscription).ifPresent(tooLong ? Flow.Subscription::cancel : more -> more.request(1));
        if (tooLong) {
            done.complete("");
        }
    }

    @Override
    public void onError(Throwable throwable) {
        done.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        done.complete("");
    }

    /** The reply at the end of an exchange that no exception ended. */
    public synchronized Reply reply(OptionalLong sent) {
        return tooLong
                ? reply(
                        Reply.Ending.TOO_LONG,
                        Phrase.of("submit:response-too-long")
                                .with("max", MAX_BYTES)
                                .toString(),
                        sent)
                : reply(Reply.Ending.COMPLETE, "", sent);
    }

    public synchronized Reply reply(Reply.Ending ending, String what, OptionalLong sent) {
        return new Reply(ending, what, sent, status, headers, kept.toString(StandardCharsets.UTF_8), 1);
    }
}
