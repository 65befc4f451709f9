package io.mediapreflight.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A store with one object, which goes wrong where it is asked to, and counts what it sends. */
final class FaultyStore implements AutoCloseable {
    static final String TAG = "\"0123456789abcdef\"";
    static final S3Location OBJECT = S3Location.parse("s3://media/clip.mp4");

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    /** How one request goes wrong. */
    enum Fault {
        NONE,
        SHORT,
        RESET,
        ERROR,
        SLOW_DOWN,
        OTHER_TAG,
        NO_TAG,
        REPLACED,
        OTHER_RANGE,
        OTHER_SIZE,
        WITHOUT_RANGES,
        TWICE,
        DENIED,
        GONE,
        GARBAGE
    }

    private final byte[] content;
    private final IntFunction<Fault> faults;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong sent = new AtomicLong();

    private FaultyStore(byte[] content, IntFunction<Fault> faults) throws IOException {
        this.content = content;
        this.faults = faults;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** @param faults by the number of the request, from 0 */
    static FaultyStore of(byte[] content, IntFunction<Fault> faults) throws IOException {
        return new FaultyStore(content, faults);
    }

    static FaultyStore of(byte[] content) throws IOException {
        return of(content, number -> Fault.NONE);
    }

    S3Access access() {
        return S3Access.standard().at("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Bytes of bodies. */
    long sent() {
        return sent.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number;
            synchronized (requests) {
                number = requests.size();
                requests.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("Range"));
            }
            Fault fault = faults.apply(number);
            switch (fault) {
                case ERROR -> error(exchange, 500, "InternalError");
                case SLOW_DOWN -> error(exchange, 503, "SlowDown");
                case REPLACED -> error(exchange, 412, "PreconditionFailed");
                case DENIED -> error(exchange, 403, "AccessDenied");
                case GONE -> error(exchange, 404, "NoSuchKey");
                case GARBAGE -> body(exchange, 200, "<?xml what".getBytes(StandardCharsets.UTF_8), 10);
                default -> object(exchange, fault);
            }
        }
    }

    private void object(HttpExchange exchange, Fault fault) throws IOException {
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        boolean isRange = range.matches() && fault != Fault.WITHOUT_RANGES;
        int first = isRange ? Integer.parseInt(range.group(1)) : 0;
        int last = isRange ? Math.min(Integer.parseInt(range.group(2)), content.length - 1) : content.length - 1;
        if (isRange && first >= content.length) {
            error(exchange, 416, "InvalidRange");
            return;
        }
        if (fault == Fault.OTHER_RANGE) {
            first = Math.min(first + 1, last);
        }
        if (fault != Fault.NO_TAG) {
            exchange.getResponseHeaders().set("ETag", fault == Fault.OTHER_TAG ? "\"fedcba9876543210\"" : TAG);
        }
        int size = content.length + (fault == Fault.OTHER_SIZE ? 1 : 0);
        if (isRange) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + size);
        }
        byte[] bytes = Arrays.copyOfRange(content, first, last + 1);
        int length = bytes.length;
        if (fault == Fault.TWICE) {
            byte[] twice = Arrays.copyOf(bytes, 2 * length);
            System.arraycopy(bytes, 0, twice, length, length);
            bytes = twice;
        }
        boolean isCut = fault == Fault.SHORT || fault == Fault.RESET;
        if (fault == Fault.RESET) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        int status = isRange ? 206 : 200;
        body(exchange, status, isCut ? Arrays.copyOf(bytes, length / 2) : bytes, isCut ? length : bytes.length);
    }

    private void error(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<?xml version=\"1.0\"?><Error><Code>" + code
                        + "</Code><Message>secret-message</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        body(exchange, status, body, body.length);
    }

    private void body(HttpExchange exchange, int status, byte[] bytes, int length) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        if (length == 0) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        sent.addAndGet(bytes.length);
        out.write(bytes);
        if (bytes.length == length) {
            out.close();
        }
        // Else the exchange ends before the body does, which closes the connection.
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
