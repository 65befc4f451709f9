package io.mediapreflight.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * Knows a sample that shows nothing, since it only says that a sequence ends (ISO/IEC 14496-10 7.4.1.2.3, 23008-2 7.4.2.4.4). Some
 * encoders write one behind the last frame.
 *
 * @param lengthBytes of the number in front of each unit
 * @param shift how far right the type is in the first byte of a unit
 * @param types how many types there are
 * @param lastSlice the last type that is a part of a frame
 * @param end the type that ends a sequence; the next one ends the stream
 */
record EndOfSequence(int lengthBytes, int shift, int types, int lastSlice, int end) {
    private static final int BYTE = 0xFF;
    private static final int CONFIGURED = 1;
    /** Where the configuration of H.264 has the bytes of a length, less one (ISO/IEC 14496-15 5.3.3.1.2). */
    private static final int H264_LENGTH = 4;
    /** The same for HEVC (8.3.3.1.2). */
    private static final int HEVC_LENGTH = 21;

    private static final int LENGTH = 3;

    /** How samples of this track are read; where they are not of H.264 or HEVC, none is an end. */
    static EndOfSequence of(AVCodecParameters parameters) {
        return switch (parameters.codec_id()) {
            case avcodec.AV_CODEC_ID_H264 -> h264(lengthBytes(parameters, H264_LENGTH));
            case avcodec.AV_CODEC_ID_HEVC -> hevc(lengthBytes(parameters, HEVC_LENGTH));
            default -> h264(0);
        };
    }

    static EndOfSequence h264(int lengthBytes) {
        return new EndOfSequence(lengthBytes, 0, 32, 5, 10);
    }

    static EndOfSequence hevc(int lengthBytes) {
        return new EndOfSequence(lengthBytes, 1, 64, 31, 36);
    }

    private static int lengthBytes(AVCodecParameters parameters, int at) {
        boolean isThere =
                parameters.extradata_size() > at && parameters.extradata().get(0) == CONFIGURED;
        return isThere ? (parameters.extradata().get(at) & LENGTH) + 1 : 0;
    }

    boolean is(AVPacket packet) {
        return lengthBytes > 0
                && packet.size() > 0
                && is(packet.data().capacity(packet.size()).asByteBuffer().order(ByteOrder.BIG_ENDIAN));
    }

    /** Whether the sample is made of whole units, one of them an end and none a part of a frame. */
    boolean is(ByteBuffer sample) {
        boolean ends = false;
        int at = 0;
        while (sample.limit() - at > lengthBytes) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = length << Byte.SIZE | (sample.get(at++) & BYTE);
            }
            if (length < 1 || length > sample.limit() - at) {
                return false;
            }
            int type = (sample.get(at) >> shift) & (types - 1);
            // In H.264 type 0 is free for private use, in HEVC it is a slice.
            if (type <= lastSlice) {
                return false;
            }
            ends |= type == end || type == end + 1;
            at += (int) length;
        }
        return ends && at == sample.limit();
    }
}
