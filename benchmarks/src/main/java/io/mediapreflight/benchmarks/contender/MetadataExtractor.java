package io.mediapreflight.benchmarks.contender;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngHeader;
import com.drew.imaging.quicktime.QuickTimeMetadataReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import com.drew.metadata.mov.QuickTimeDirectory;
import com.drew.metadata.mov.media.QuickTimeVideoDirectory;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import com.drew.metadata.png.PngDirectory;
import io.mediapreflight.probe.ExifOrientation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that metadata-extractor reads, and as little as it can be asked for; of videos it offers no choice but the format. */
final class MetadataExtractor implements Contender {
    private final boolean lean;

    MetadataExtractor(boolean lean) {
        this.lean = lean;
    }

    @Override
    public String name() {
        return lean ? "metadata-extractor, lean" : "metadata-extractor, all";
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) throws Exception {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return lean ? lean(file, in) : ImageMetadataReader.readMetadata(in);
        }
    }

    private static Object lean(Path file, InputStream in) throws Exception {
        return switch (Media.of(file).orElseThrow()) {
            case JPEG -> JpegMetadataReader.readMetadata(in, List.of(new JpegReader(), new ExifReader()));
            case PNG -> pngHeader(in);
            case MP4 -> Mp4MetadataReader.readMetadata(in);
            case QUICKTIME -> QuickTimeMetadataReader.readMetadata(in);
        };
    }

    private static PngHeader pngHeader(InputStream in) throws Exception {
        for (PngChunk chunk : new PngChunkReader().extract(new StreamReader(in), Set.of(PngChunkType.IHDR))) {
            return new PngHeader(chunk.getBytes());
        }
        throw new IOException("no header");
    }

    @Override
    public Reported reported(Object result) {
        if (result instanceof PngHeader header) {
            return Reported.size(header.getImageWidth(), header.getImageHeight());
        }
        Metadata metadata = (Metadata) result;
        Reported video = video(
                metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class),
                metadata.getFirstDirectoryOfType(Mp4Directory.class),
                new Tags(
                        Mp4VideoDirectory.TAG_WIDTH,
                        Mp4VideoDirectory.TAG_HEIGHT,
                        Mp4VideoDirectory.TAG_COMPRESSION_TYPE,
                        Mp4Directory.TAG_DURATION_SECONDS,
                        Mp4Directory.TAG_ROTATION));
        Reported quickTime = video(
                metadata.getFirstDirectoryOfType(QuickTimeVideoDirectory.class),
                metadata.getFirstDirectoryOfType(QuickTimeDirectory.class),
                new Tags(
                        QuickTimeVideoDirectory.TAG_WIDTH,
                        QuickTimeVideoDirectory.TAG_HEIGHT,
                        QuickTimeVideoDirectory.TAG_COMPRESSION_TYPE,
                        QuickTimeDirectory.TAG_DURATION_SECONDS,
                        QuickTimeDirectory.TAG_ROTATION));
        Reported image = image(metadata);
        return image.size().isPresent() ? image : video.size().isPresent() ? video : quickTime;
    }

    private record Tags(int width, int height, int codec, int seconds, int rotation) {}

    private static Reported video(@Nullable Directory track, @Nullable Directory movie, Tags tags) {
        Reported reported = track == null
                ? Reported.NOTHING
                : Reported.size(number(track, tags.width()), number(track, tags.height()))
                        .codec(text(track, tags.codec()));
        if (movie == null) {
            return reported;
        }
        Reported lasting = reported.lasting(number(movie, tags.seconds()));
        return movie.containsTag(tags.rotation()) ? lasting.rotated(number(movie, tags.rotation())) : lasting;
    }

    private static Reported image(Metadata metadata) {
        Directory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
        Directory png = metadata.getFirstDirectoryOfType(PngDirectory.class);
        Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        int orientation = exif == null ? 0 : (int) number(exif, ExifIFD0Directory.TAG_ORIENTATION);
        Reported size = jpeg != null
                ? Reported.size(
                        number(jpeg, JpegDirectory.TAG_IMAGE_WIDTH), number(jpeg, JpegDirectory.TAG_IMAGE_HEIGHT))
                : png != null
                        ? Reported.size(
                                number(png, PngDirectory.TAG_IMAGE_WIDTH), number(png, PngDirectory.TAG_IMAGE_HEIGHT))
                        : Reported.NOTHING;
        return ExifOrientation.ofTag(orientation)
                .map(turned -> size.rotated(turned.rotation()))
                .orElse(size);
    }

    private static double number(Directory directory, int tag) {
        Double value = directory.getDoubleObject(tag);
        return value == null ? 0 : value;
    }

    private static String text(Directory directory, int tag) {
        String value = directory.getDescription(tag);
        return value == null ? "" : value;
    }
}
