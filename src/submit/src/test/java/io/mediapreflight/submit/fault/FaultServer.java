package io.mediapreflight.submit.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on a real socket that does to each connection what a script says, and counts what arrives. */
public final class FaultServer implements AutoCloseable {
    /** What is done to one connection. */
    public interface Script {
        void play(Peer peer) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final List<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final String scheme;

    private FaultServer(String scheme, ServerSocketFactory sockets, List<Script> scripts) throws IOException {
        this.scheme = scheme;
        this.scripts = scripts;
        listener = sockets.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(this::serve);
    }

    /** The first connection gets the first script, and so on; the last one is for all that follow. */
    public static FaultServer playing(Script... scripts) throws IOException {
        return new FaultServer("http", ServerSocketFactory.getDefault(), List.of(scripts));
    }

    /** The same over TLS. */
    public static FaultServer secure(SSLContext tls, Script... scripts) throws IOException {
        return new FaultServer("https", tls.getServerSocketFactory(), List.of(scripts));
    }

    /** Reads the request and responds. */
    public static Script responding(int status, String body, String... headers) {
        return peer -> {
            peer.readRequest();
            peer.response(status, body, headers);
        };
    }

    /** Reads the request and writes this, whatever it is. */
    public static Script writing(String text) {
        return peer -> {
            peer.readRequest();
            peer.write(text);
            peer.waitForTheClient();
        };
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Script script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
                daemon(() -> play(script, socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new Peer(socket, requests));
        } catch (IOException | InterruptedException e) {
            // the client hung up: that is what many scripts are about
        }
    }

    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    public int connections() {
        return connections.get();
    }

    /** Everything that began a request: its headers and as much of its body as the script read. */
    public List<String> requests() {
        return requests;
    }

    /** Requests to submit of which at least the first line arrived. */
    public int posts() {
        return (int)
                requests.stream().filter(request -> request.startsWith("POST ")).count();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
