package io.mediapreflight.journal.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of this test's own, on loopback, of the programs that are installed. Root may not run it: the user of the package does then. */
final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final long MAX_SECONDS = 120;

    private static final String LOOPBACK = "127.0.0.1";

    private final Path programs;
    private final Path directory;
    private final String name;
    private final int port;

    private PostgresServer(Path programs, Path directory, String name) throws IOException {
        this.programs = programs;
        this.directory = directory;
        this.name = name;
        this.port = freePort();
    }

    /** Starts one; empty where none is installed, or none can run here. */
    static Optional<PostgresServer> start(Path directory) throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() || !isOwnedByServer(directory)) {
            return Optional.empty();
        }
        PostgresServer server = new PostgresServer(programs.get(), directory, "first");
        server.run("initdb", "-D", server.data(), "-U", "preflight", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        server.start();
        return Optional.of(server);
    }

    /**
     * Starts a copy of this one, which follows it.
     *
     * @param copy its name, which no other server of the directory has
     */
    PostgresServer startStandby(String copy) throws IOException, InterruptedException {
        PostgresServer standby = new PostgresServer(programs, directory, copy);
        standby.run(
                "pg_basebackup",
                "-h",
                LOOPBACK,
                "-p",
                Integer.toString(port),
                "-U",
                "preflight",
                "-D",
                standby.data(),
                "-R",
                "-c",
                "fast");
        standby.start();
        return standby;
    }

    /** From now on no commit is acknowledged that a standby does not have. */
    void waitForStandby() throws SQLException, InterruptedException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            statement.execute("SELECT pg_reload_conf()");
            while (!isSynchronous(statement)) {
                Thread.sleep(50);
            }
        }
    }

    private static boolean isSynchronous(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
            rows.next();
            return rows.getInt(1) == 1;
        }
    }

    /** Makes a server of a standby. */
    void promote() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-w", "promote");
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean isOwnedByServer(Path directory) throws IOException {
        if (!isRoot()) {
            return true;
        }
        try {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
            return true;
        } catch (UserPrincipalNotFoundException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return directory.resolve(name).toString();
    }

    int port() {
        return port;
    }

    PGSimpleDataSource database() {
        return database(port);
    }

    /** Its database by another port, behind which a proxy stands. */
    static PGSimpleDataSource database(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {LOOPBACK});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("preflight");
        source.setConnectTimeout(5);
        source.setSocketTimeout(10);
        return source;
    }

    /** Starts it, again where it was killed: it recovers what was committed. */
    void start() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=" + LOOPBACK + " -c unix_socket_directories=''";
        String log = directory.resolve(name + ".txt").toString();
        run("pg_ctl", "-D", data(), "-l", log, "-w", "-o", options, "start");
    }

    /** Ends it without a word to its clients. */
    void kill() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("preflight-postgres-", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(program + " failed: " + Files.readString(output));
            }
        } finally {
            Files.delete(output);
        }
    }
}
