package io.mediapreflight.benchmarks;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.quicktime.QuickTimeMetadataReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** The leanest use of each rival that gives what our rules need: dimensions, orientation, duration. */
final class Rivals {
    private Rivals() {}

    /** Width and height alone, by the JDK's own readers. */
    static Object imageIo(Path path) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(path.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                return ((long) reader.getWidth(0) << 32) | reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }

    static Object imageByMetadataExtractor(Path path) throws Exception {
        try (InputStream in = buffered(path)) {
            return path.toString().endsWith(".png")
                    ? new PngChunkReader().extract(new StreamReader(in), Set.of(PngChunkType.IHDR))
                    : JpegMetadataReader.readMetadata(in, List.of(new JpegReader(), new ExifReader()));
        }
    }

    static Object videoByMetadataExtractor(Path path) throws Exception {
        try (InputStream in = buffered(path)) {
            return path.toString().endsWith(".mov")
                    ? QuickTimeMetadataReader.readMetadata(in)
                    : Mp4MetadataReader.readMetadata(in);
        }
    }

    /** Width, height and duration by JavaCV's grabber, opened as its own examples open it. */
    static Object javaCv(Path path) throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(path.toFile())) {
            grabber.start();
            return List.of(grabber.getImageWidth(), grabber.getImageHeight(), grabber.getLengthInTime());
        }
    }

    private static InputStream buffered(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }
}
