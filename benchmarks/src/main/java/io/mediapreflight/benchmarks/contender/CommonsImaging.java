package io.mediapreflight.benchmarks.contender;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.imaging.Imaging;

/** The size alone, which is the least that Commons Imaging offers. */
final class CommonsImaging implements Contender {
    @Override
    public String name() {
        return "commons-imaging";
    }

    @Override
    public Set<Media> reads() {
        return Media.IMAGES;
    }

    @Override
    public Object run(Path file) throws IOException {
        return Imaging.getImageSize(file.toFile());
    }

    @Override
    public Reported reported(Object result) {
        Dimension size = (Dimension) result;
        return Reported.size(size.getWidth(), size.getHeight());
    }
}
