package io.mediapreflight.audit.cache;

import io.mediapreflight.Examination;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.codec.ProbedCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** Looks rows up, over one connection a thread that is looking. */
final class Readers implements AutoCloseable {
    /** More threads than this wait for each other. A connection takes some memory and two file descriptors. */
    private static final int MAX_CONNECTIONS = 32;

    private final CacheFile file;
    private final FirstFailure failure;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean stopped;

    Readers(CacheFile file, FirstFailure failure) {
        this.file = file;
        this.failure = failure;
    }

    /** Empty where nothing is kept, and ever after something failed: it would fail again, or take as long each time. */
    Optional<Probed> find(FileKey key) {
        return bytes(reader -> reader.find(key)).flatMap(ProbedCodec::decode);
    }

    /** Likewise. */
    Optional<Examination> findExamination(FileKey key, String identity) {
        return bytes(reader -> reader.findExamination(key, identity)).flatMap(ExaminationCodec::decode);
    }

    private Optional<byte[]> bytes(Question question) {
        permits.acquireUninterruptibly();
        try {
            return stopped ? Optional.empty() : look(question);
        } catch (SQLException | RuntimeException e) {
            stopped = true;
            failure.note("audit:cache.failed.read", e);
            return Optional.empty();
        } finally {
            permits.release();
        }
    }

    private Optional<byte[]> look(Question question) throws SQLException {
        Reader polled = idle.pollFirst();
        Reader reader = polled == null ? new Reader(file.openReader()) : polled;
        try {
            return question.ask(reader);
        } finally {
            idle.addFirst(reader); // even after a failure: it is closed with the others
        }
    }

    /** Waits for those that are looking. */
    @Override
    public void close() {
        stopped = true;
        permits.acquireUninterruptibly(MAX_CONNECTIONS);
        try {
            idle.forEach(Reader::close);
            idle.clear();
        } finally {
            permits.release(MAX_CONNECTIONS);
        }
    }

    /** Asks one connection. */
    private interface Question {
        Optional<byte[]> ask(Reader reader) throws SQLException;
    }

    /** A connection, and the questions it is for. */
    private static final class Reader {
        private final CacheConnection connection;
        private final PreparedStatement find;
        private final PreparedStatement findExamination;

        Reader(CacheConnection connection) throws SQLException {
            this.connection = connection;
            try {
                this.find = connection.prepare(Schema.FIND);
                find.setInt(FileKey.COLUMNS + 1, Probed.VERSION);
                this.findExamination = connection.prepare(Schema.FIND_EXAMINATION);
                findExamination.setInt(FileKey.COLUMNS + 1, Probed.VERSION);
            } catch (SQLException e) {
                connection.closeQuietly();
                throw e;
            }
        }

        Optional<byte[]> find(FileKey key) throws SQLException {
            return ask(find, key);
        }

        Optional<byte[]> findExamination(FileKey key, String identity) throws SQLException {
            findExamination.setString(FileKey.COLUMNS + 2, identity);
            return ask(findExamination, key);
        }

        private Optional<byte[]> ask(PreparedStatement question, FileKey key) throws SQLException {
            key.bind(question);
            connection.startClock();
            try (ResultSet row = question.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }

        void close() {
            connection.closeQuietly();
        }
    }
}
