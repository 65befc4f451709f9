package io.mediapreflight.journal.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A server, and a standby that has each commit before it is acknowledged. Clients reach whichever is in charge by a proxy, which loses connections. */
final class PostgresCluster implements AutoCloseable {
    private static final int ONE_IN = 400;
    private static final long SEED = 7;

    private final FlakyProxy proxy;
    private PostgresServer server;
    private PostgresServer standby;
    private int crashes;
    private int failovers;

    /** Takes a server over, and closes it. */
    PostgresCluster(PostgresServer server) throws IOException, SQLException, InterruptedException {
        this.server = server;
        this.proxy = new FlakyProxy(server.port(), ONE_IN, SEED);
        this.standby = followed();
    }

    private PostgresServer followed() throws IOException, SQLException, InterruptedException {
        PostgresServer follower = server.startStandby("standby-" + (failovers + 1));
        server.waitForStandby();
        return follower;
    }

    /** The port of the proxy. */
    int port() {
        return proxy.port();
    }

    int cuts() {
        return proxy.cuts();
    }

    /** The database without the proxy. */
    synchronized DataSource database() {
        return server.database();
    }

    /** The server is gone for a moment, and recovers. */
    synchronized void crash() throws IOException, InterruptedException {
        server.kill();
        server.start();
        crashes++;
    }

    /** The server is gone for good: its standby takes over, and gets a standby of its own. */
    synchronized void failOver() throws IOException, SQLException, InterruptedException {
        server.kill();
        server = standby;
        server.promote();
        proxy.switchTo(server.port());
        failovers++;
        standby = followed();
    }

    synchronized int failovers() {
        return failovers;
    }

    @Override
    public synchronized String toString() {
        return cuts() + " connections cut, " + crashes + " crashes of the database, " + failovers + " failovers";
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            proxy.close();
        } finally {
            try {
                server.close();
            } finally {
                standby.close();
            }
        }
    }
}
