package io.mediapreflight.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.TrackHeaderBox;
import org.jcodec.containers.mp4.boxes.TrakBox;

/** The movie box by jcodec, in pure Java. */
final class JcodecMovie implements Contender {
    private static final int[] TURNS = {0, 90, 180, 270};

    @Override
    public String name() {
        return "jcodec";
    }

    @Override
    public Set<Media> reads() {
        return Media.VIDEOS;
    }

    @Override
    public Object run(Path file) throws IOException {
        MovieBox movie = MP4Util.parseMovie(file.toFile());
        if (movie == null) {
            throw new IOException("no movie box");
        }
        return movie;
    }

    @Override
    public Reported reported(Object result) {
        MovieBox movie = (MovieBox) result;
        TrakBox track = movie.getVideoTrack();
        Size size = track.getCodedSize();
        Reported reported = Reported.size((double) size.getWidth(), (double) size.getHeight())
                .lasting((double) movie.getDuration() / movie.getTimescale())
                .codec(track.getFourcc());
        TrackHeaderBox header = track.getTrackHeader();
        boolean[] is = {
            header.isOrientation0(), header.isOrientation90(), header.isOrientation180(), header.isOrientation270()
        };
        for (int i = 0; i < is.length; i++) {
            if (is[i]) {
                return reported.rotated(TURNS[i]);
            }
        }
        return reported;
    }
}
