package io.mediapreflight.submit.http;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A client for one exchange, so that each has a connection of its own: none can be stale, and nothing that an earlier
 * response left on the wire can be taken for a later one. (java.net.http pools every connection, and has no way to say
 * {@code Connection: close}.)
 *
 * <p>From Java 21 on a client can be shut down. Before, its thread lives until the client is garbage, which may take
 * hours; but it ends when it is interrupted, and it can be reached by the thread group in which it was started.
 */
public final class OneShotClient implements AutoCloseable {
    /** Groups cannot be thrown away, so they are used again: as many as there ever were exchanges at one time. */
    private static final Queue<ThreadGroup> GROUPS = new ConcurrentLinkedQueue<>();

    private final HttpClient client;
    private final ThreadGroup group;

    private OneShotClient(HttpClient client, ThreadGroup group) {
        this.client = client;
        this.group = group;
    }

    public static OneShotClient open(HttpClient.Builder builder) {
        ThreadGroup reused = GROUPS.poll();
        ThreadGroup group = reused == null ? new ThreadGroup("preflight-http") : reused;
        CompletableFuture<HttpClient> client = new CompletableFuture<>();
        Thread starter = new Thread(group, () -> build(builder, client), "preflight-http-start");
        starter.setDaemon(true);
        starter.start();
        return new OneShotClient(client.join(), group);
    }

    private static void build(HttpClient.Builder builder, CompletableFuture<HttpClient> client) {
        try {
            client.complete(builder.build());
        } catch (RuntimeException | Error e) {
            client.completeExceptionally(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    /** Closes the connection and ends the client's thread. */
    @Override
    public void close() {
        if (!shutDown()) {
            group.interrupt();
        }
        GROUPS.add(group);
    }

    private boolean shutDown() {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
            return true;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
