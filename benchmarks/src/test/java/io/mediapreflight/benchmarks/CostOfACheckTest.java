package io.mediapreflight.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mediapreflight.Preflight;
import io.mediapreflight.benchmarks.sample.Samples;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a check of each sample may cost in reads and in bytes allocated, which unlike a time do not depend on the machine. A change that
 * needs more raises the bound here, with its reason in the commit.
 */
class CostOfACheckTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Each bound is what a check allocated when it was set, and so much more: another JDK has other objects inside. */
    private static final double MARGIN = 1.1;

    /** The first checks load classes, so the cheapest round counts. Compiled code allocates as much or less. */
    private static final int ROUNDS = 4;

    /** Small enough to be made fast, and large enough to pass, since findings cost more. */
    private static final int DIVISOR = 3;

    private static final int CHECKS_A_ROUND = 20;

    private static final Preflight PREFLIGHT = Preflight.standard();

    @TempDir
    static Path directory;

    @BeforeAll
    static void makeSamples() throws IOException {
        Samples.make(directory, DIVISOR);
    }

    @ParameterizedTest
    @CsvSource({
        Samples.JPEG_1080P + ", 2",
        Samples.JPEG_CAMERA + ", 3",
        Samples.JPEG_PROGRESSIVE + ", 2",
        Samples.PNG_LARGE + ", 2",
        Samples.MOOV_FIRST + ", 2",
        Samples.MOOV_LAST + ", 2",
        Samples.MOV_ROTATED + ", 2",
        Samples.LONG_TABLES + ", 8",
        Samples.FRAGMENT_A_SECOND + ", 30",
        Samples.FRAGMENT_A_FRAME + ", 900",
    })
    void a_check_reads_no_more_often_than_this(String sample, int reads) throws IOException {
        try (CountingSource source = new CountingSource(directory.resolve(sample))) {
            PREFLIGHT.check(source, Subject.anything().named(sample));
            assertThat(source.reads()).isLessThanOrEqualTo(reads);
        }
    }

    @ParameterizedTest
    @CsvSource({
        Samples.JPEG_1080P + ", 2784",
        Samples.JPEG_CAMERA + ", 2856",
        Samples.JPEG_PROGRESSIVE + ", 2784",
        Samples.PNG_LARGE + ", 2640",
        Samples.MOOV_FIRST + ", 16856",
        Samples.MOOV_LAST + ", 16904",
        Samples.MOV_ROTATED + ", 12000",
        Samples.LONG_TABLES + ", 16040",
        Samples.FRAGMENT_A_SECOND + ", 45864",
        Samples.FRAGMENT_A_FRAME + ", 858972",
    })
    void a_check_allocates_no_more_than_this(String sample, long bytes) {
        Path file = directory.resolve(sample);
        long min = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            min = Math.min(min, bytesPerCheck(file));
        }
        assertThat(min).isLessThanOrEqualTo((long) (bytes * MARGIN));
    }

    private static long bytesPerCheck(Path file) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < CHECKS_A_ROUND; i++) {
            PREFLIGHT.check(file);
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / CHECKS_A_ROUND;
    }
}
