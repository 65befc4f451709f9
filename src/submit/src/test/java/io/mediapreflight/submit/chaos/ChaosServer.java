package io.mediapreflight.submit.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that fails at random in every way of the table, and keeps account of what it has carried out. */
public final class ChaosServer implements AutoCloseable {
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "chaos-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Random random;

    /** What the service has, or may have, carried out. */
    private final Set<Integer> carriedOut = ConcurrentHashMap.newKeySet();

    /** Whatever arrived after that. */
    private final Set<Integer> duplicates = ConcurrentHashMap.newKeySet();

    private final AtomicInteger posts = new AtomicInteger();
    private final Map<ChaosFault, Integer> faults = new EnumMap<>(ChaosFault.class);

    public ChaosServer(long seed) throws IOException {
        random = new Random(seed);
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    public static String taskId(int request) {
        return "task_" + request;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    public int posts() {
        return posts.get();
    }

    public Set<Integer> carriedOut() {
        return new TreeSet<>(carriedOut);
    }

    public Set<Integer> duplicates() {
        return new TreeSet<>(duplicates);
    }

    synchronized Map<ChaosFault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Random own = fork();
                threads.execute(() -> play(socket, own));
            } catch (IOException e) {
                return;
            }
        }
    }

    private synchronized Random fork() {
        return new Random(random.nextLong());
    }

    private void play(Socket socket, Random own) {
        try (socket) {
            ChaosPeer peer = new ChaosPeer(socket, own);
            int early = own.nextInt(100);
            if (early < 2) {
                peer.reset(); // before a byte was read
            }
            peer.readHead();
            if (early < 4) {
                peer.reset(); // behind the headers
            }
            if (early < 6) {
                peer.readBody(0.6); // enough to know which request it is
                arrived(peer, true);
                peer.reset();
            }
            peer.readBody(1);
            ChaosFault fault = ChaosFault.any(own);
            arrived(peer, fault.mayBeCarriedOut());
            count(fault);
            fault.happenTo(peer);
        } catch (IOException e) {
            // the client was killed, or has heard enough
        }
    }

    private void arrived(ChaosPeer peer, boolean mayBeCarriedOut) throws IOException {
        if (!peer.method().equals("POST") || peer.name() < 0) {
            throw new IOException("not a request of ours");
        }
        posts.incrementAndGet();
        boolean before = mayBeCarriedOut ? !carriedOut.add(peer.name()) : carriedOut.contains(peer.name());
        if (before) {
            duplicates.add(peer.name());
        }
    }

    private synchronized void count(ChaosFault fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
