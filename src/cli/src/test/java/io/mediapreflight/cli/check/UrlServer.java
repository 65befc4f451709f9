package io.mediapreflight.cli.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mediapreflight.cli.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that serves files for all hosts, by the last part of a URL's path, and counts what is asked for. */
public final class UrlServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> later = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger maxInFlight = new AtomicInteger();
    private volatile long delayMillis;

    public UrlServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** One of a photo {@code a.jpg} and a clip {@code b.mp4}, which pass together. */
    public static UrlServer ofSamples() throws IOException {
        return new UrlServer()
                .with("a.jpg", Files.readAllBytes(Path.of(Run.sample("photo-small.jpg"))))
                .with("b.mp4", Files.readAllBytes(Path.of(Run.sample("clip-4s-faststart.mp4"))));
    }

    public UrlServer with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Another content from the second request on. */
    public UrlServer later(String name, byte[] content) {
        later.put(name, content);
        return this;
    }

    public UrlServer delay(long milliseconds) {
        delayMillis = milliseconds;
        return this;
    }

    /** For {@code --proxy}. */
    public String proxy() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each was asked for. */
    public Map<String, Integer> counts() {
        Map<String, Integer> all = new TreeMap<>();
        counts.forEach((name, count) -> all.put(name, count.get()));
        return all;
    }

    public int maxInFlight() {
        return maxInFlight.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        maxInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            Thread.sleep(delayMillis);
            String path = exchange.getRequestURI().getPath();
            String name = path.substring(path.lastIndexOf('/') + 1);
            int count =
                    counts.computeIfAbsent(name, each -> new AtomicInteger()).incrementAndGet();
            byte[] content = files.get(name);
            respond(exchange, count > 1 ? later.getOrDefault(name, content) : content);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inFlight.decrementAndGet();
            exchange.close();
        }
    }

    private static void respond(HttpExchange exchange, byte[] content) throws IOException {
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            return;
        }
        String[] bounds = range.substring("bytes=".length()).split("-", 2);
        int first = Integer.parseInt(bounds[0]);
        int last = Math.min(content.length - 1, Integer.parseInt(bounds[1]));
        exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
        exchange.sendResponseHeaders(206, last - first + 1);
        exchange.getResponseBody().write(content, first, last - first + 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
