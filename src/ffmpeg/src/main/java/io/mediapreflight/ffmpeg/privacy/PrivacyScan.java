package io.mediapreflight.ffmpeg.privacy;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells what a file tells of people, places and devices: reference media must lie at a public URL, and the metadata go with
 * them. Looks at EXIF, XMP and IPTC of images, and at the user data, metadata items and XMP of films; not at what is in the
 * pictures, in sound or in telemetry tracks, nor behind the end of a JPEG.
 */
public final class PrivacyScan {
    private static final Map<AdviceId, String> LIMITS = Map.of(
            AdviceId.PRIVACY_LOCATION, "no place in a file that anybody can fetch",
            AdviceId.PRIVACY_OWNER, "no name of a person in a file that anybody can fetch",
            AdviceId.PRIVACY_DEVICE, "no serial number in a file that anybody can fetch");

    private PrivacyScan() {}

    /**
     * Scans a file for what its owner may not want to publish. Reads its metadata only, 4 MiB at most, and never throws for what
     * it holds; a file that cannot be read tells nothing.
     *
     * @param format the format by content; other ones than JPEG, PNG, MP4, MOV and 3GP are not scanned
     * @return one advice for each of location, owner and device, in this order, where there is something to tell; positions are
     *     shown to a tenth of a degree only
     */
    public static List<Advice> of(Path file, Format format) {
        Clues clues = new Clues();
        try (FileSource source = FileSource.open(file)) {
            Reach reach = new Reach(new Window(source, ByteBuffer.allocate(Window.CAPACITY)));
            switch (format) {
                case JPEG -> new JpegScan(reach, clues).scan();
                case PNG -> new PngScan(reach, clues).scan();
                case MP4, MOV, THREE_GP -> new MovieScan(reach, clues).scan();
                default -> {}
            }
        } catch (IOException | MalformedException e) {
            // What was found before the file broke off stands; that it is broken is for the rules to say.
        }
        return advice(clues, format);
    }

    private static List<Advice> advice(Clues clues, Format format) {
        List<Advice> advice = new ArrayList<>();
        for (AdviceId id : List.of(AdviceId.PRIVACY_LOCATION, AdviceId.PRIVACY_OWNER, AdviceId.PRIVACY_DEVICE)) {
            clues.listed(id)
                    .ifPresent(list -> advice.add(new Advice(id, list, LIMITS.getOrDefault(id, ""), fix(id, format))));
        }
        return advice;
    }

    private static Fix fix(AdviceId id, Format format) {
        return new Fix(id.remedy(), Stripping.command(format));
    }
}
