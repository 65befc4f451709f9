package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Makes small gray frames, all of the size that the first one got: that of a video may change on the way. */
final class LumaScaler implements AutoCloseable {
    private final int longerSide;
    private final SwsContext context = swscale.sws_alloc_context();
    private final AVFrame gray = avutil.av_frame_alloc();

    /** @param longerSide what the longer side has at most, in pixels */
    LumaScaler(int longerSide) {
        this.longerSide = longerSide;
        context.flags(swscale.SWS_AREA);
    }

    /** The frame, small; empty where libswscale does not know its pixels, which says nothing of the file. */
    Optional<LumaFrame> scale(AVFrame frame, Fraction at) {
        if (gray.width() == 0 && !size(frame.width(), frame.height())) {
            return Optional.empty();
        }
        // Scaled as one frame: libswscale refuses fields, as which an interlaced PNG is marked too.
        frame.flags(frame.flags() & ~AVFrame.AV_FRAME_FLAG_INTERLACED);
        int error = swscale.sws_scale_frame(context, gray, frame);
        if (error < 0) {
            return Optional.empty();
        }
        int width = gray.width();
        byte[] luma = new byte[width * gray.height()];
        for (int row = 0; row < gray.height(); row++) {
            gray.data(0).position((long) row * gray.linesize(0)).get(luma, row * width, width);
        }
        return Optional.of(new LumaFrame(at, width, gray.height(), luma));
    }

    private boolean size(int width, int height) {
        int longer = Math.max(width, height);
        gray.width(scaled(width, longer));
        gray.height(scaled(height, longer));
        gray.format(avutil.AV_PIX_FMT_GRAY8);
        gray.color_range(avutil.AVCOL_RANGE_JPEG);
        return avutil.av_frame_get_buffer(gray, 0) >= 0;
    }

    private int scaled(int side, int longer) {
        return longer <= longerSide ? side : Math.max(1, (int) ((long) side * longerSide / longer));
    }

    @Override
    public void close() {
        avutil.av_frame_free(gray);
        swscale.sws_freeContext(context);
    }
}
