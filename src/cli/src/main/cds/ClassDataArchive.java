import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes the class-data archive that lets {@code bin/preflight} start fast, with the {@code java} that runs this program:
 * {@code java ClassDataArchive.java JAR TRAINING_FILE ARCHIVE}.
 *
 * <p>It writes down the classes that each run of the training file loads, and has the JVM dump them. The archive is a static
 * one, since a dynamic one refuses picocli's Java 5 bytecode (JDK-8261090). It is an optimisation: where it cannot be made,
 * that is said and the build goes on, without a stale archive left behind.
 */
final class ClassDataArchive {
    private static final long SECONDS_FOR_ONE_RUN = 60;
    private static final String NULL_DEVICE = File.separatorChar == '/' ? "/dev/null" : "NUL";

    private final Path jar;
    private final Path archive;
    private final Path log;

    private ClassDataArchive(Path jar, Path archive) {
        this.jar = jar;
        this.archive = archive;
        this.log = sibling(archive, ".log");
    }

    public static void main(String[] args) throws InterruptedException {
        Path jar = Path.of(args[0]).toAbsolutePath();
        Path training = Path.of(args[1]);
        Path archive = Path.of(args[2]).toAbsolutePath();
        try {
            Files.deleteIfExists(archive);
            new ClassDataArchive(jar, archive).make(Files.readAllLines(training));
        } catch (IOException e) {
            System.out.println("[WARNING] no class-data archive, so start-up will be slower: " + e);
        }
    }

    private void make(List<String> training) throws IOException, InterruptedException {
        Path classes = sibling(archive, ".classlist");
        Set<String> loaded = new LinkedHashSet<>();
        for (String line : training) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> run = new ArrayList<>(
                        List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-jar", jar.toString()));
                run.addAll(List.of(line.strip().split("\\s+")));
                Files.deleteIfExists(classes);
                java(run);
                loaded.addAll(Files.readAllLines(classes));
            }
        }
        Files.write(classes, loaded);

        int exit = java(List.of(
                "-Xshare:dump",
                "-XX:+UseG1GC", // the only collector of JDK 17 that archives objects too
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                jar.toString()));
        if (exit != 0 || !Files.exists(archive)) {
            Files.deleteIfExists(archive);
            throw new IOException("the dump ended with exit code " + exit + "; see " + log);
        }
        System.out.printf(
                "[INFO] class-data archive: %s, %,d lines of class list, %,d KiB%n",
                archive.getFileName(), loaded.size(), Files.size(archive) / 1024);
    }

    /** Runs this very JVM's {@code java}; what it prints goes to the log. */
    private int java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File(NULL_DEVICE)))
                .redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(SECONDS_FOR_ONE_RUN, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS_FOR_ONE_RUN + " s: " + String.join(" ", command));
        }
        return process.exitValue();
    }

    private static Path sibling(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + extension);
    }
}
