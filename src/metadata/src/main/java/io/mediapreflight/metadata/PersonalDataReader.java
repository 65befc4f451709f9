package io.mediapreflight.metadata;

import io.mediapreflight.MetadataReader;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the metadata of media reveal about people, places and devices: reference media must lie at a public URL, and their
 * metadata go with them. Reads EXIF with maker notes, XMP and IPTC of JPEG and PNG, and the user data, metadata items and XMP
 * of MP4, QuickTime and 3GP; not what is in the frames, in audio or in telemetry tracks, nor behind the end of a JPEG.
 *
 * <pre>{@code
 * Preflight preflight = Preflight.builder().metadata(new PersonalDataReader()).build();
 * }</pre>
 *
 * <p>Safe for files of strangers, in the process that asks: it reads 4 MiB at most, and metadata-extractor is given bounded slices
 * only. Holds no state.
 */
public final class PersonalDataReader implements MetadataReader {
    /** Of what is found: kept results are not used by another version. To be raised with every change to that. */
    public static final int VERSION = 1;

    private static final List<AdviceId> IDS =
            List.of(AdviceId.PRIVACY_LOCATION, AdviceId.PRIVACY_OWNER, AdviceId.PRIVACY_DEVICE);

    /**
     * {@inheritDoc}
     *
     * @return one advice for each of location, owner and device, in this order, where something is revealed; positions are shown
     *     to a tenth of a degree only
     */
    @Override
    public List<Advice> read(Source source, Probed probed) {
        return probed.format().map(format -> read(source, format)).orElse(List.of());
    }

    @Override
    public Optional<String> identity() {
        return Optional.of("metadata " + VERSION);
    }

    static List<Advice> read(Source source, Format format) {
        PersonalData data = new PersonalData();
        try {
            BlockReader blocks = new BlockReader(new Window(source, ByteBuffer.allocate(Window.CAPACITY)));
            switch (format) {
                case JPEG -> new JpegScan(blocks, data).scan();
                case PNG -> new PngScan(blocks, data).scan();
                case MP4, MOV, THREE_GP -> new MovieScan(blocks, data).scan();
                default -> {}
            }
        } catch (IOException | MalformedException e) {
            // What was found before the file broke off stands; that it is broken is for the rules to say.
        }
        return advice(data, format);
    }

    private static List<Advice> advice(PersonalData data, Format format) {
        List<Advice> advice = new ArrayList<>();
        for (AdviceId id : IDS) {
            data.listed(id).ifPresent(list -> advice.add(new Advice(id, list).fixedBy(fix(id, format))));
        }
        return advice;
    }

    private static Fix fix(AdviceId id, Format format) {
        return new Fix(Phrase.of(id.id() + ".fix"), StripCommand.of(format));
    }
}
