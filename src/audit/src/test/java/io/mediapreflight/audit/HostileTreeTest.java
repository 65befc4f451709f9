package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.source.PathNames;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything at once that a directory can be, while a process writes in it. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class HostileTreeTest {
    private static final int STABLE = 400;
    private static final List<String> STATES =
            List.of(Tree.PHOTO, Tree.CLIP, "truncated.jpg", "empty.mp4", "garbage.mp4");

    @TempDir
    Path root;

    private final List<String> stable = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Tree tree = new Tree(root);
        for (int i = 0; i < STABLE; i++) {
            String name = "stable-" + i % 20 + "/" + i + (i % 3 == 0 ? "-bad\uDCFF\uDC80" : "-plain") + ".jpg";
            Path file = root.resolve(PathNames.path(name));
            Files.createDirectories(file.getParent());
            Files.copy(Tree.TESTDATA.resolve(Tree.PHOTO), file);
            stable.add(name);
        }
        tree.photos("busy/keep.jpg");
        stable.add("busy/keep.jpg");
        Files.createSymbolicLink(root.resolve("busy/loop"), root);
        Files.createSymbolicLink(root.resolve("busy/self"), Path.of("self"));
        Files.createSymbolicLink(root.resolve("busy/endless.mp4"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root.resolve("busy/nowhere.mp4"), Path.of("nothing"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void there_is_one_result_a_file_whatever_happens_meanwhile(boolean following) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = new Thread(() -> write(over));
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("busy/socket.mp4")));
            writer.start();
            Selection selection = Selection.builder().following(following).build();
            for (int i = 0; i < 20; i++) {
                List<String> names = Audited.by(hasty(), NamedAssets.of(List.of(root), selection))
                        .names();
                assertThat(new HashSet<>(names)).hasSameSizeAs(names).containsAll(stable);
                assertThat(names).doesNotContain("busy/socket.mp4", "busy/endless.mp4");
            }
        } finally {
            over.set(true);
            writer.join();
        }
    }

    private static Audit hasty() {
        return Audit.builder(Preflight.standard())
                .budget(Duration.ofMillis(100))
                .build();
    }

    /** Rewrites, truncates, removes, replaces by a directory and by a pipe, a thousand times a second. */
    private void write(AtomicBoolean over) {
        Random random = new Random(7);
        while (!over.get()) {
            Path file = root.resolve("busy/" + random.nextInt(50) + ".jpg");
            try {
                step(random.nextInt(6), file, Tree.TESTDATA.resolve(STATES.get(random.nextInt(STATES.size()))));
            } catch (IOException | InterruptedException e) {
                // a directory in the way, or nothing there: so it stays
            }
        }
    }

    private void step(int kind, Path file, Path state) throws IOException, InterruptedException {
        switch (kind) {
            case 0, 1 -> {
                if (Files.isRegularFile(file) || !Files.exists(file)) { // to write into a pipe would block
                    Files.write(file, Files.readAllBytes(state));
                }
            }
            case 2 -> Files.deleteIfExists(file);
            case 3 -> {
                Files.deleteIfExists(file);
                Files.createDirectory(file);
            }
            case 4 -> {
                Path other = file.resolveSibling("next");
                Files.copy(state, other, StandardCopyOption.REPLACE_EXISTING);
                Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            default -> {
                Path pipe = file.resolveSibling("pipe");
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
                Files.move(pipe, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void a_path_longer_than_the_system_allows_is_a_result() throws IOException {
        Path deep = root;
        while (deep.toString().length() < 3_800) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        // Moved there as a whole, it lies where no path leads any more.
        String longName = "e".repeat(200);
        new Tree(root).photos("short/" + longName + "/" + longName + "/a.jpg");
        Files.move(root.resolve("short"), deep.resolve("short"));
        Audited audited = Audited.of(root.resolve("d".repeat(200)));
        assertThat(audited.entries()).hasSize(1);
        assertThat(audited.outcomes().get(0)).endsWith("unknown");
        assertThat(audited.why(audited.names().get(0))).contains("File name too long");
        remove(root.resolve("d".repeat(200)));
    }

    /** JUnit cannot: the path is too long for it, too. */
    private static void remove(Path directory) throws IOException {
        try {
            assertThat(new ProcessBuilder("rm", "-rf", directory.toString())
                            .start()
                            .waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
