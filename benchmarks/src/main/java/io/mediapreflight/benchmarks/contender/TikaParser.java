package io.mediapreflight.benchmarks.contender;

import io.mediapreflight.probe.ExifOrientation;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TIFF;
import org.apache.tika.metadata.XMPDM;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.helpers.DefaultHandler;

/** Tika as its examples use it: the parser that finds out the type, and the metadata. */
final class TikaParser implements Contender {
    private final AutoDetectParser parser = new AutoDetectParser();

    @Override
    public String name() {
        return "Tika";
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) throws Exception {
        Metadata metadata = new Metadata();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, new DefaultHandler(), metadata, new ParseContext());
        }
        return metadata;
    }

    @Override
    public Reported reported(Object result) {
        Metadata metadata = (Metadata) result;
        String compressor = metadata.get(XMPDM.VIDEO_COMPRESSOR);
        Reported reported = Reported.size(
                        Texts.number(metadata.get(TIFF.IMAGE_WIDTH)), Texts.number(metadata.get(TIFF.IMAGE_LENGTH)))
                .lasting(Texts.number(metadata.get(XMPDM.DURATION)))
                .codec(compressor == null ? "" : compressor);
        return ExifOrientation.ofTag((long) Texts.number(metadata.get(TIFF.ORIENTATION)))
                .map(turned -> reported.rotated(turned.rotation()))
                .orElse(reported);
    }
}
