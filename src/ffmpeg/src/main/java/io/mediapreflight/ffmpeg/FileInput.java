package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The bytes of one open file, as FFmpeg asks for them. FFmpeg gets no name that it could take for a protocol, a
 * playlist or a pattern.
 */
final class FileInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Map<Long, FileInput> OPEN = new ConcurrentHashMap<>();
    private static final Read READ = new Read();
    private static final Seek SEEK = new Seek();
    private static final Interrupt INTERRUPT = new Interrupt();

    private final FileSource source;
    private final long size;
    private final Watch watch;
    private final Handle handle = new Handle(NUMBERS.incrementAndGet());
    private final AVIOContext context;
    private long position;

    /** @param source is left open */
    FileInput(FileSource source, Watch watch) {
        this.source = source;
        this.size = source.size().orElse(0);
        this.watch = watch;
        BytePointer buffer = new BytePointer(avutil.av_malloc(BUFFER));
        if (buffer.isNull()) {
            throw new OutOfMemoryError();
        }
        this.context = avformat.avio_alloc_context(buffer, BUFFER, 0, handle, READ, null, SEEK);
        OPEN.put(handle.address(), this);
    }

    AVIOContext context() {
        return context;
    }

    /** Has a lengthy call of FFmpeg's end once the watch says so. */
    void interrupting(AVIOInterruptCB callback) {
        callback.callback(INTERRUPT).opaque(handle);
    }

    private int read(BytePointer into, int bytes) {
        if (watch.stop().isPresent()) {
            return avutil.AVERROR_EXIT();
        }
        try {
            int read = source.read(position, into.capacity(bytes).asByteBuffer());
            if (read < 0) {
                return avutil.AVERROR_EOF();
            }
            position += read;
            watch.read(read);
            return read;
        } catch (IOException e) {
            watch.fail(Phrase.of("ffmpeg:not-read").toString());
            return org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO();
        }
    }

    private long seek(long offset, int whence) {
        if (whence == avformat.AVSEEK_SIZE) {
            return size;
        }
        long from =
                switch (whence) {
                    case SEEK_SET -> 0;
                    case SEEK_CUR -> position;
                    case SEEK_END -> size;
                    default -> Long.MIN_VALUE;
                };
        long target = from + offset; // wraps to less than 0, which is refused
        if (target < 0) {
            return org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL();
        }
        position = target;
        return target;
    }

    @Override
    public void close() {
        OPEN.remove(handle.address());
        // FFmpeg may have put another buffer in the place of ours.
        avutil.av_free(context.buffer());
        context.buffer((BytePointer) null);
        avformat.avio_context_free(context);
    }

    private static final class Read extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer into, int bytes) {
            FileInput input = OPEN.get(opaque.address());
            return input == null ? org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO() : input.read(into, bytes);
        }
    }

    private static final class Seek extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            FileInput input = OPEN.get(opaque.address());
            return input == null
                    ? org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO()
                    : input.seek(offset, whence & ~avformat.AVSEEK_FORCE);
        }
    }

    private static final class Interrupt extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer opaque) {
            FileInput input = OPEN.get(opaque.address());
            return input == null || input.watch.stop().isPresent() ? 1 : 0;
        }
    }
}
