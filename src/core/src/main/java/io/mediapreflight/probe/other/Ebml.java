package io.mediapreflight.probe.other;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.matroska.EbmlElement;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.util.Optional;

/** Matroska and WebM, distinguished by DocType (RFC 8794 11.2.6); video and audio, by the tracks (RFC 9559 5.1.4). */
final class Ebml implements Recogniser {
    private static final String MAGIC = Signature.hex("1A45DFA3");

    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TRACK_TYPE = 0x83;

    /** The values of TrackType (RFC 9559 5.1.4.1.3); a complex track holds both. */
    private static final int VIDEO = 1;

    private static final int AUDIO = 2;
    private static final int COMPLEX = 3;

    /**
     * Elements looked at. Real files have half a dozen before their tracks and as many in a track before its type;
     * {@code mkvmerge} leaves room that puts the tracks behind the prefix, where each costs 16 bytes.
     */
    private static final int MAX_ELEMENTS = 64;

    private static final int LONGEST_DOC_TYPE = 16;

    @Override
    public Optional<Probed> recognise(Prefix prefix) throws IOException, MalformedException {
        Optional<EbmlElement> header = prefix.holds(0, MAGIC) ? EbmlElement.at(prefix.window(), 0) : Optional.empty();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<Format> format = format(prefix, header.get());
        return format.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Probed.named(format.get(), kind(prefix, header.get().end())));
    }

    /** Empty for an EBML document that is no video; Matroska, which EBML was made for, where it does not say. */
    private static Optional<Format> format(Prefix prefix, EbmlElement header) throws IOException, MalformedException {
        long at = header.body();
        for (int i = 0; i < MAX_ELEMENTS && at < header.end(); i++) {
            Optional<EbmlElement> child = EbmlElement.at(prefix.window(), at);
            if (child.isEmpty()) {
                break;
            }
            if (child.get().id() == DOC_TYPE) {
                return ofDocType(prefix.window(), child.get());
            }
            at = child.get().end();
        }
        return Optional.of(Format.MKV);
    }

    private static Optional<Format> ofDocType(Window window, EbmlElement docType)
            throws IOException, MalformedException {
        int length = (int) Math.min(LONGEST_DOC_TYPE, docType.end() - docType.body());
        if (!window.has(docType.body(), length)) {
            return Optional.of(Format.MKV);
        }
        String name = window.text(docType.body(), length);
        // A string may be padded with zeros (RFC 8794 7.4).
        int end = name.indexOf('\0');
        return switch (end < 0 ? name : name.substring(0, end)) {
            case "webm" -> Optional.of(Format.WEBM);
            case "matroska" -> Optional.of(Format.MKV);
            default -> Optional.empty();
        };
    }

    /**
     * Audio where there are tracks of audio and none of videos; a video where nothing is said. Goes from element to
     * element: into those that lead to a track's type, past all others.
     */
    private static Kind kind(Prefix prefix, long from) throws IOException, MalformedException {
        Kind kind = Kind.VIDEO;
        long at = from;
        long tracksEnd = Long.MAX_VALUE;
        long entryEnd = from;
        for (int i = 0; i < MAX_ELEMENTS && at < tracksEnd; i++) {
            Optional<EbmlElement> found = EbmlElement.at(prefix.window(), at);
            if (found.isEmpty() || found.get().id() == CLUSTER) {
                break;
            }
            EbmlElement element = found.get();
            at = element.end();
            switch (element.id()) {
                case SEGMENT -> at = element.body();
                case TRACKS -> {
                    at = element.body();
                    tracksEnd = element.end();
                }
                case TRACK_ENTRY -> {
                    at = element.body();
                    entryEnd = element.end();
                }
                case TRACK_TYPE -> {
                    if (!prefix.window().has(element.body(), 1)) {
                        return kind;
                    }
                    int type = prefix.window().u8(element.body());
                    if (type == VIDEO || type == COMPLEX) {
                        return Kind.VIDEO;
                    }
                    kind = type == AUDIO ? Kind.AUDIO : kind;
                    at = Math.max(at, entryEnd);
                }
                default -> {}
            }
        }
        return kind;
    }
}
