package io.mediapreflight.journal.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
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

    private final Path programs;
    private final Path directory;
    private final int port;

    private PostgresServer(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Starts one; empty where none is installed, or none can run here. */
    static Optional<PostgresServer> start(Path directory) throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() || !isOwnedByServer(directory)) {
            return Optional.empty();
        }
        PostgresServer server = new PostgresServer(programs.get(), directory, freePort());
        server.run("initdb", "-D", server.data(), "-U", "preflight", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        server.start();
        return Optional.of(server);
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
        return directory.resolve("data").toString();
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
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("preflight");
        source.setConnectTimeout(5);
        source.setSocketTimeout(10);
        return source;
    }

    private void start() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        run("pg_ctl", "-D", data(), "-l", directory.resolve("log.txt").toString(), "-w", "-o", options, "start");
    }

    /** Ends it without a word to anyone, and starts it again: it recovers what was committed. */
    void crash() throws IOException, InterruptedException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        start();
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
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
