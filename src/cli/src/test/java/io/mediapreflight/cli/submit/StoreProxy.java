package io.mediapreflight.cli.submit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy through which a store on this machine has a public name, as it must have to be named in a request. Some connections may break at
 * random.
 */
final class StoreProxy implements AutoCloseable {
    private static final int MAX_HEAD = 64 << 10;

    private final ServerSocket listener;
    private final int store;
    private final int broken;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "store-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Before a store.
     *
     * @param store its port
     * @param broken connections of a hundred
     */
    StoreProxy(int store, int broken, long seed) throws IOException {
        this.store = store;
        this.broken = broken;
        this.random = new Random(seed);
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                boolean breaks;
                synchronized (random) {
                    breaks = random.nextInt(100) < broken;
                }
                threads.execute(() -> forward(socket, breaks));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void forward(Socket client, boolean breaks) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), store)) {
            String head = head(client.getInputStream());
            if (breaks) {
                client.setSoLinger(true, 0);
                return;
            }
            server.getOutputStream().write(withoutHost(head).getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> copy(client, server));
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of both has hung up
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // likewise
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0 || head.size() > MAX_HEAD) {
                throw new IOException("no request");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** A server gets the path alone, and one request on a connection: whatever follows would come here as it is. */
    private static String withoutHost(String head) {
        int url = head.indexOf(' ') + 1;
        int path = head.indexOf('/', head.indexOf("://") + 3);
        String request = head.substring(0, url) + head.substring(path);
        int end = request.indexOf("\r\n") + 2;
        StringBuilder lines = new StringBuilder(request.substring(0, end)).append("Connection: close\r\n");
        request.substring(end)
                .lines()
                .filter(line -> !line.regionMatches(true, 0, "connection:", 0, 11)
                        && !line.regionMatches(true, 0, "proxy-connection:", 0, 17))
                .forEach(line -> lines.append(line).append("\r\n"));
        return lines.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
