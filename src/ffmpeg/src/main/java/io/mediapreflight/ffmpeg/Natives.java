package io.mediapreflight.ffmpeg;

import io.mediapreflight.text.Phrase;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;

/** The native libraries: loading them, and what concerns the process as a whole. */
public final class Natives {
    /** What {@code av_strerror} has to say fits in AV_ERROR_MAX_STRING_SIZE. */
    private static final int MESSAGE_BYTES = 64;

    /** Error numbers of operating systems are smaller; FFmpeg's own are four letters. */
    private static final int MAX_ERRNO = 4096;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    private Natives() {}

    /**
     * Loads FFmpeg and silences its log, which would go to standard error. The first call of a process takes some tenths of a
     * second, and more where the libraries are yet to be unpacked.
     *
     * @throws LinkageError where there are none for this platform
     */
    public static void load() {
        avutil.avutil_version();
    }

    /**
     * Bounds a single allocation of FFmpeg's, in the whole process: for the owner of the process. The sum takes a limit of the
     * operating system.
     */
    public static void limitAllocation(long bytes) {
        avutil.av_max_alloc(bytes);
    }

    /** FFmpeg's reason for an error code, a clause. Numbers of the operating system, which decoders give for want of others, say nothing. */
    static String reason(int error) {
        if (error > -MAX_ERRNO) {
            return Phrase.of("ffmpeg:no-reason").toString();
        }
        byte[] message = new byte[MESSAGE_BYTES];
        avutil.av_strerror(error, message, message.length);
        int end = 0;
        while (end < message.length && message[end] != 0) {
            end++;
        }
        return new String(message, 0, end, StandardCharsets.UTF_8);
    }
}
