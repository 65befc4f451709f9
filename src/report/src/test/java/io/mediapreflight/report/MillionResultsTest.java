package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report of a million results needs no more memory than one of a few. */
class MillionResultsTest {
    @Test
    @Tag("heavy")
    void a_million_results_in_every_form_fit_into_256_mb() throws IOException, InterruptedException {
        List<String> printed = printed("-Xmx256m", "1000000");
        assertThat(printed).hasSize(MillionResults.forms().size());
        assertThat(printed)
                .filteredOn(line -> line.startsWith("html "))
                .singleElement()
                .satisfies(html ->
                        assertThat(Long.parseLong(html.split(" ", -1)[1])).isBetween(500_000L, 3_000_000L));
    }

    private static List<String> printed(String memory, String count) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-Dbasedir=" + System.getProperty("basedir", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionResults.class.getName(),
                        count)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().toList();
    }
}
