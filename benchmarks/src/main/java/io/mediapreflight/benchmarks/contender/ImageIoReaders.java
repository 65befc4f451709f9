package io.mediapreflight.benchmarks.contender;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Width and height through {@code javax.imageio}: by the JDK's readers, as it is usually written, and by TwelveMonkeys. */
abstract class ImageIoReaders implements Contender {
    private final String name;

    private ImageIoReaders(String name) {
        this.name = name;
    }

    static List<Contender> all() {
        return List.of(
                new Header(), new Usual(), new Pixels(), new TwelveMonkeys(outOfTheWay(new JPEGImageReaderSpi())));
    }

    /** TwelveMonkeys finds the JDK's reader behind it while it is registered; it must not be found by the others afterwards. */
    private static synchronized ImageReaderSpi outOfTheWay(ImageReaderSpi own) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (known != null) {
            registry.deregisterServiceProvider(known);
        }
        registry.registerServiceProvider(own);
        registry.deregisterServiceProvider(own);
        return own;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Media> reads() {
        return Media.IMAGES;
    }

    @Override
    public Reported reported(Object result) {
        return (Reported) result;
    }

    private static Reported size(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            return Reported.size(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    /** The leanest use. */
    private static final class Header extends ImageIoReaders {
        Header() {
            super("ImageIO, header by a file stream");
        }

        @Override
        public Object run(Path file) throws IOException {
            try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
                return size(ImageIO.getImageReaders(in).next(), in);
            }
        }
    }

    /** As most programs ask for a size without decoding. */
    private static final class Usual extends ImageIoReaders {
        Usual() {
            super("ImageIO, header by createImageInputStream");
        }

        @Override
        public Object run(Path file) throws IOException {
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                return size(ImageIO.getImageReaders(in).next(), in);
            }
        }
    }

    /** As many programs ask for a size. Pixels that cannot be decoded are an error here. */
    private static final class Pixels extends ImageIoReaders {
        Pixels() {
            super("ImageIO.read");
        }

        @Override
        public Object run(Path file) throws IOException {
            BufferedImage image = ImageIO.read(file.toFile());
            return Reported.size(image.getWidth(), image.getHeight());
        }
    }

    private static final class TwelveMonkeys extends ImageIoReaders {
        private final ImageReaderSpi provider;

        TwelveMonkeys(ImageReaderSpi provider) {
            super("TwelveMonkeys");
            this.provider = provider;
        }

        @Override
        public Set<Media> reads() {
            return EnumSet.of(Media.JPEG);
        }

        @Override
        public Object run(Path file) throws IOException {
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                return size(provider.createReaderInstance(), in);
            }
        }
    }
}
