package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;

/**
 * Whether FFmpeg can open a video and take the first, the middle and the last packet out of its video track. It decodes nothing: what it
 * says depends on the headers and tables, and on whether the bytes they point at exist.
 */
public final class PacketJudge {
    private PacketJudge() {}

    /** Why FFmpeg cannot play the file; empty where it can. */
    public static Optional<String> objection(Path file) throws IOException {
        Watch watch = new Watch(DecodeBounds.standard());
        try (FileSource source = FileSource.open(file);
                FileInput input = new FileInput(source, watch);
                Demuxer demuxer = Demuxer.open(input, watch)) {
            int error = avformat.avformat_find_stream_info(demuxer.context(), (AVDictionary) null);
            if (error < 0) {
                return Optional.of("no stream information: " + Natives.reason(error));
            }
            Optional<AVStream> video = demuxer.video();
            return video.isEmpty() ? Optional.of("no video track") : packets(demuxer, video.get());
        } catch (BrokenException | StoppedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> packets(Demuxer demuxer, AVStream video) {
        demuxer.only(video);
        int entries = avformat.avformat_index_get_entries_count(video);
        if (entries == 0) {
            return Optional.of("the index is empty");
        }
        for (int entry : new int[] {0, entries / 2, entries - 1}) {
            AVIndexEntry found = avformat.avformat_index_get_entry(video, entry);
            long timestamp = found.timestamp();
            if (avformat.av_seek_frame(demuxer.context(), video.index(), timestamp, avformat.AVSEEK_FLAG_ANY) < 0) {
                return Optional.of("no way to packet " + entry + " of " + entries);
            }
            // A sample of no bytes is legal (ISO/IEC 14496-12 8.7.3): players show the one before for longer.
            Optional<String> objection = found.size() == 0 ? Optional.empty() : packet(demuxer);
            if (objection.isPresent()) {
                return Optional.of("packet " + entry + " of " + entries + ": " + objection.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> packet(Demuxer demuxer) {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            int error = avformat.av_read_frame(demuxer.context(), packet);
            if (error < 0) {
                return Optional.of(Natives.reason(error));
            }
            boolean isWhole = packet.size() > 0 && (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) == 0;
            return isWhole ? Optional.empty() : Optional.of("it is empty or cut off");
        } finally {
            avcodec.av_packet_free(packet);
        }
    }
}
