package io.mediapreflight.audit.cache;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes rows in the background, many in a transaction: one for each row would cost a file system's round trip each.
 * Waiting is never interruptible here, as an audit that is being stopped should still keep what it found.
 */
final class BatchWriter implements AutoCloseable {
    private static final int BATCH_ROWS = 512;
    /** The bound of the memory: a row is some KiB at most. Who adds more waits for the disk. */
    private static final int MAX_WAITING_ROWS = 4 * BATCH_ROWS;
    /** So much work is lost at most where the process is killed. */
    private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final CacheConnection connection;
    private final PreparedStatement insert;
    private final FirstFailure failure;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private List<Row> waiting = new ArrayList<>();
    private boolean closing;
    private boolean ended;

    private BatchWriter(CacheConnection connection, PreparedStatement insert, FirstFailure failure) {
        this.connection = connection;
        this.insert = insert;
        this.failure = failure;
    }

    /**
     * Opens the file and is ready to write.
     *
     * @throws IOException where the file cannot be opened, or has not the columns that are written
     */
    static BatchWriter start(CacheFile file, FirstFailure failure) throws IOException {
        CacheConnection connection = file.openOrCreate();
        BatchWriter writer = new BatchWriter(connection, file.prepare(connection, Schema.INSERT), failure);
        Thread thread = new Thread(writer::run, "preflight-cache");
        thread.setDaemon(true);
        thread.start();
        return writer;
    }

    /** Has a row written soon. Does nothing once it is closed, or once writing failed. */
    void add(Row row) {
        lock.lock();
        try {
            while (waiting.size() >= MAX_WAITING_ROWS && !closing && !ended) {
                taken.awaitUninterruptibly();
            }
            if (closing || ended) {
                return;
            }
            waiting.add(row);
            // The writer is woken to start its half second, and to end it early.
            if (waiting.size() == 1 || waiting.size() == BATCH_ROWS) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is waiting. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            arrived.signal();
            taken.signalAll();
            while (!ended) {
                taken.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            failure.note("audit:cache.failed.close", e);
        }
    }

    private void run() {
        try {
            List<Row> batch = next();
            while (!batch.isEmpty()) {
                write(batch);
                batch = next();
            }
        } catch (SQLException | RuntimeException e) {
            // A full disk stays full, and what outlasts the lock timeout once does so again: try no more.
            failure.note("audit:cache.failed.write", e);
        } finally {
            end();
        }
    }

    /** Waits for rows; empty at the very end. */
    private List<Row> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                arrived.awaitUninterruptibly();
            }
            long left = MAX_WAIT_NANOS;
            while (waiting.size() < BATCH_ROWS && !closing && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return takeAll();
        } catch (InterruptedException e) {
            return takeAll(); // no code interrupts this thread, and writing early does no harm
        } finally {
            lock.unlock();
        }
    }

    private List<Row> takeAll() {
        List<Row> batch = waiting;
        waiting = new ArrayList<>();
        taken.signalAll();
        return batch;
    }

    private void write(List<Row> batch) throws SQLException {
        connection.execute("BEGIN IMMEDIATE");
        try {
            for (Row row : batch) {
                row.bind(insert);
                connection.startClock();
                insert.executeUpdate();
            }
            connection.execute("COMMIT");
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(SQLException cause) {
        try {
            connection.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite rolls back by itself after some failures
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            waiting.clear();
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
