import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A service, a host of media and a store of objects on this machine, for .ci/check-package: {@code java LoopbackService.java DIRECTORY
 * PORT_FILE}. It accepts every submission, and serves the files of the directory, ranges of them too, below any path.
 */
final class LoopbackService {
    private static final String ACCEPTED = "{\"task_id\":\"task_1\",\"model\":\"kling/kling-v3-motion-control\","
            + "\"created_at\":\"2026-04-21T07:17:39.146Z\",\"request_id\":\"r-1\"}";

    private final Path directory;

    private LoopbackService(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) throws IOException {
        LoopbackService service = new LoopbackService(Path.of(args[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", service::respond);
        server.start();
        Files.writeString(Path.of(args[1]), server.getAddress().getPort() + "\n");
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
                send(exchange, 200, ACCEPTED.getBytes(StandardCharsets.UTF_8));
                return;
            }
            byte[] content = Files.readAllBytes(directory.resolve(
                    Path.of(exchange.getRequestURI().getPath()).getFileName()));
            exchange.getResponseHeaders().set("ETag", '"' + Integer.toHexString(Arrays.hashCode(content)) + '"');
            String range = exchange.getRequestHeaders().getFirst("Range");
            if (range == null) {
                send(exchange, 200, content);
                return;
            }
            String[] bounds = range.substring("bytes=".length()).split("-", 2);
            int first = Integer.parseInt(bounds[0]);
            int last = Math.min(content.length - 1, Integer.parseInt(bounds[1]));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
            send(exchange, 206, Arrays.copyOfRange(content, first, last + 1));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
