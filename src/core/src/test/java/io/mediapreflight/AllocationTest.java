package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a check that passes leaves for the garbage collector. Counted in bytes, since a time would depend on the machine. */
class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int RUNS = 20_000;

    /** Generous: some facts, a verdict, and nothing in the size of a buffer. */
    private static final long IMAGE_BYTES = 4352;

    private static final long VIDEO_BYTES = 16_384;

    private static long bytesPerCheck(byte[] file) {
        Preflight preflight = Preflight.standard();
        BytesSource source = BytesSource.of(file);
        Subject subject = Subject.anything();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        check(preflight, source, subject, WARM_UP);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        check(preflight, source, subject, RUNS);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / RUNS;
    }

    private static void check(Preflight preflight, BytesSource source, Subject subject, int times) {
        for (int i = 0; i < times; i++) {
            if (!preflight.check(source, subject).passed()) {
                throw new AssertionError("it does not pass");
            }
        }
    }

    @Test
    void a_jpeg_that_passes_leaves_little() {
        assertThat(bytesPerCheck(JpegBuilder.image().exifWithThumbnail(6).bytes()))
                .isLessThan(IMAGE_BYTES);
    }

    @Test
    void a_png_that_passes_leaves_little() {
        assertThat(bytesPerCheck(PngBuilder.image().bytes())).isLessThan(IMAGE_BYTES);
    }

    @Test
    void a_video_that_passes_leaves_little() {
        assertThat(bytesPerCheck(Mp4Builder.clip().withAudio().bytes())).isLessThan(VIDEO_BYTES);
    }
}
