package io.mediapreflight.benchmarks.contender;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mp4parser.IsoFile;
import org.mp4parser.PropertyBoxParserImpl;
import org.mp4parser.boxes.iso14496.part12.MovieHeaderBox;
import org.mp4parser.boxes.iso14496.part12.TrackHeaderBox;
import org.mp4parser.boxes.sampleentry.VisualSampleEntry;
import org.mp4parser.support.Matrix;

/**
 * All boxes but the media data, which isoparser would copy to a temporary file, and free space, which it reads two thousand million
 * times where the file ends in it.
 */
final class IsoparserMovie implements Contender {
    private static final Map<Matrix, Integer> TURNS =
            Map.of(Matrix.ROTATE_0, 0, Matrix.ROTATE_90, 90, Matrix.ROTATE_180, 180, Matrix.ROTATE_270, 270);

    @Override
    public String name() {
        return "isoparser";
    }

    @Override
    public Set<Media> reads() {
        return Media.VIDEOS;
    }

    @Override
    public Object run(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                IsoFile boxes = new IsoFile(channel, new PropertyBoxParserImpl().skippingBoxes("mdat", "free"))) {
            return facts(boxes);
        }
    }

    /** Boxes are parsed when they are asked for something, so the asking is part of what is measured. */
    private static Reported facts(IsoFile boxes) throws IOException {
        List<MovieHeaderBox> movie = org.mp4parser.tools.Path.getPaths(boxes, "moov/mvhd");
        List<TrackHeaderBox> headers = org.mp4parser.tools.Path.getPaths(boxes, "moov/trak/tkhd");
        List<VisualSampleEntry> entries =
                org.mp4parser.tools.Path.getPaths(boxes, "moov/trak/mdia/minf/stbl/stsd/avc1");
        if (movie.isEmpty() || headers.isEmpty() || entries.isEmpty()) {
            throw new IOException("no movie");
        }
        VisualSampleEntry entry = entries.get(0);
        Reported reported = Reported.size(entry.getWidth(), entry.getHeight())
                .lasting((double) movie.get(0).getDuration() / movie.get(0).getTimescale())
                .codec(entry.getType());
        Integer turn = TURNS.get(headers.get(0).getMatrix());
        return turn == null ? reported : reported.rotated(turn);
    }

    @Override
    public Reported reported(Object result) {
        return (Reported) result;
    }
}
