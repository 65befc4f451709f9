package io.mediapreflight.ffmpeg;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;

/**
 * Where a decoder gets the memory of its frames: from FFmpeg, as without this, but it is noticed when there is none. Not every
 * decoder says so: that of JPEG then answers with the error that its operation is not permitted.
 */
final class FrameMemory implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<Long, FrameMemory> OPEN = new ConcurrentHashMap<>();
    private static final Allocation ALLOCATION = new Allocation();

    private final Handle handle = new Handle(NUMBERS.incrementAndGet());
    private volatile boolean exhausted;

    /** Stays in use until this is closed, which the context is to be before. */
    FrameMemory(AVCodecContext context) {
        OPEN.put(handle.address(), this);
        context.opaque(handle);
        context.get_buffer2(ALLOCATION);
    }

    /** Whether memory for a frame was missing. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public void close() {
        OPEN.remove(handle.address());
    }

    private static final class Allocation extends AVCodecContext.Get_buffer2_AVCodecContext_AVFrame_int {
        @Override
        public int call(AVCodecContext context, AVFrame frame, int flags) {
            int error = avcodec.avcodec_default_get_buffer2(context, frame, flags);
            Pointer opaque = context.opaque();
            FrameMemory memory = opaque == null ? null : OPEN.get(opaque.address());
            if (error < 0 && memory != null) {
                memory.exhausted = true;
            }
            return error;
        }
    }
}
