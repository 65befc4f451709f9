package io.mediapreflight.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;

/** The rows of a partition, of which several are checked at once: the results come in the order of the files. */
final class ChecksInFlight implements Iterator<Row>, AutoCloseable {
    /** So many wait beside those that are read, so that one that takes long does not keep the threads from working. */
    private static final int AHEAD = 4;

    private final Iterator<Row> files;
    private final ObjectCheck check;
    private final FileSystems fileSystems;
    private final int maxUnderWay;
    private final ExecutorService threads;
    private final Deque<Future<Row>> underWay = new ArrayDeque<>();

    /** Closes the file systems at the end. */
    ChecksInFlight(Iterator<Row> files, ObjectCheck check, int readsInFlight, FileSystems fileSystems) {
        this.files = files;
        this.check = check;
        this.fileSystems = fileSystems;
        this.maxUnderWay = readsInFlight * AHEAD;
        this.threads = Executors.newFixedThreadPool(readsInFlight, work -> {
            Thread thread = new Thread(work, "preflight-read");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean hasNext() {
        boolean more = !underWay.isEmpty() || files.hasNext();
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    public Row next() {
        while (underWay.size() < maxUnderWay && files.hasNext()) {
            FileEntry file = FileEntry.of(files.next());
            underWay.add(threads.submit(() -> check.check(file)));
        }
        Future<Row> first = underWay.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        return result(first);
    }

    /** What fails here is not an object but the program, and the task with it. */
    private static Row result(Future<Row> check) {
        try {
            return check.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Also where a task ends before its last row, as one that was killed. */
    @Override
    public void close() {
        threads.shutdownNow();
        fileSystems.close();
    }
}
