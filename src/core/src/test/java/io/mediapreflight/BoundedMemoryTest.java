package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Hostile;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hostile files again, in a JVM with so little memory that nothing they declare can be allocated. */
class BoundedMemoryTest {
    private static final String DONE = "judged all of them";

    @Test
    void hostile_files_are_judged_in_64_megabytes() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Xss512k",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:MaxDirectMemorySize=1m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BoundedMemoryTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).endsWith(DONE);
        assertThat(child.waitFor()).isZero();
    }

    /** Runs in the child. */
    public static void main(String[] args) {
        Stream.concat(Hostile.images().stream(), Hostile.videos().stream()).forEach(file -> {
            Judged.video(file.source().get());
            Judged.video(file.source().get().unknownSize());
        });
        Samples.all().values().forEach(Judged::anything);
        System.out.print(DONE);
    }
}
