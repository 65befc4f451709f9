package io.mediapreflight.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/** What FFmpeg knows of its formats of pixels. */
final class PixelFormat {
    private PixelFormat() {}

    /** Whether such pixels, or colours of their palette, can be transparent. */
    static boolean hasAlpha(int format) {
        AVPixFmtDescriptor descriptor = avutil.av_pix_fmt_desc_get(format);
        return descriptor != null
                && !descriptor.isNull()
                && format != avutil.AV_PIX_FMT_PAL8 // none of the formats that are opened has transparent colours in it
                && (descriptor.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    }
}
