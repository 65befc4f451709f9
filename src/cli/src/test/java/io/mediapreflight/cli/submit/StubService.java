package io.mediapreflight.cli.submit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A service on this machine that sends set responses, and keeps the requests. */
final class StubService implements AutoCloseable {
    static final String ACCEPTED = "{\"task_id\":\"task_1\",\"model\":\"kling/kling-v3-motion-control\","
            + "\"created_at\":\"2026-04-21T07:17:39.146Z\",\"request_id\":\"r-1\"}";

    /** A request as it arrived. */
    record Seen(String method, String path, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String submitted = ACCEPTED;
    private volatile int taskStatus = 200;
    private volatile String task = task("queued", "");
    private volatile Consumer<String> beforeTheResponse = body -> {};

    StubService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::response);
        server.setExecutor(threads);
        server.start();
    }

    static String task(String status, String more) {
        return "{\"task_id\":\"task_1\",\"status\":\"" + status + "\",\"model\":\"kling/kling-v3-motion-control\","
                + "\"created_at\":\"2026-04-21T07:17:39.146Z\"" + more + "}";
    }

    /** What it responds to a submission. */
    void responds(int newStatus, String body) {
        status = newStatus;
        submitted = body;
    }

    /** What it responds to the question for a task. */
    void reports(int newStatus, String body) {
        taskStatus = newStatus;
        task = body;
    }

    /** What happens before it responds a submission. */
    void first(Runnable event) {
        beforeTheResponse = body -> event.run();
    }

    /** The same, with the body of the submission. */
    void before(Consumer<String> event) {
        beforeTheResponse = event;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/base";
    }

    List<Seen> posts() {
        return seen.stream().filter(request -> request.method().equals("POST")).toList();
    }

    List<Seen> seen() {
        return seen;
    }

    private void response(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        boolean post = exchange.getRequestMethod().equals("POST");
        if (post) {
            beforeTheResponse.accept(body);
        }
        byte[] response = (post ? submitted : task).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(post ? status : taskStatus, response.length);
        exchange.getResponseBody().write(response);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
