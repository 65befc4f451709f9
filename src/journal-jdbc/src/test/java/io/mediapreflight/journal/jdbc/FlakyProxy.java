package io.mediapreflight.journal.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and cuts connections at random, in the middle of whatever is said. */
final class FlakyProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int oneIn;
    private final Random random;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "flaky-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins at once.
     *
     * @param oneIn of so many messages one cuts the connection
     */
    FlakyProxy(int target, int oneIn, long seed) throws IOException {
        this.target = target;
        this.oneIn = oneIn;
        this.random = new Random(seed);
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Connects to another server from now on, since the one before is gone. */
    void switchTo(int port) {
        target = port;
    }

    int cuts() {
        return cuts.get();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            threads.execute(() -> pump(client, server));
            pump(server, client);
        } catch (IOException e) {
            close(client); // the server is down
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (isCut()) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            return; // one of them has closed it
        }
    }

    private synchronized boolean isCut() {
        return random.nextInt(oneIn) == 0;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is closed for us
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
