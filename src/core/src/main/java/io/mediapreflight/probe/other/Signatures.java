package io.mediapreflight.probe.other;

import static io.mediapreflight.probe.other.Signature.hex;

import io.mediapreflight.probe.Probed;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Optional;

/** The formats that a magic number gives away. */
final class Signatures implements Recogniser {
    /** The signature boxes of JPEG 2000 (ISO/IEC 15444-1 I.5.1) and JPEG XL (ISO/IEC 18181-2). */
    private static final String JP2 = hex("0000000C6A5020200D0A870A");

    private static final String JXL = hex("0000000C4A584C200D0A870A");

    /** In the order in which they are tried. */
    private static final List<Signature> ALL = List.of(
            Signature.of(Format.GIF, "GIF87a"),
            Signature.of(Format.GIF, "GIF89a"),

            // RIFF and its kin: the form at byte 8 (RIFF MCI 1.0; EBU Tech 3306 for RF64, ITU-R BS.2088 for BW64).
            Signature.of(Format.WEBP, "RIFF", 8, "WEBP"),
            Signature.of(Format.AVI, "RIFF", 8, "AVI "),
            Signature.of(Format.WAV, "RIFF", 8, "WAVE"),
            Signature.of(Format.WAV, "RIFX", 8, "WAVE"),
            Signature.of(Format.WAV, "RF64", 8, "WAVE"),
            Signature.of(Format.WAV, "BW64", 8, "WAVE"),
            Signature.of(Format.MIDI, "RIFF", 8, "RMID"),
            // A sector copy of a Video CD's MPEG stream.
            Signature.of(Format.MPEG, "RIFF", 8, "CDXA"),
            Signature.of(Format.AIFF, "FORM", 8, "AIFF"),
            Signature.of(Format.AIFF, "FORM", 8, "AIFC"),

            // TIFF 6.0 section 2, and BigTIFF with its 8-byte offsets. Raw photos that are TIFF but for the number:
            // Olympus ORF, Panasonic RW2. (NEF, CR2, ARW and DNG are plain TIFF.)
            Signature.of(Format.TIFF, hex("49492A00")),
            Signature.of(Format.TIFF, hex("4D4D002A")),
            Signature.of(Format.TIFF, hex("49492B0008000000")),
            Signature.of(Format.TIFF, hex("4D4D002B00080000")),
            Signature.of(Format.TIFF, hex("4949524F08000000")),
            Signature.of(Format.TIFF, hex("4949525308000000")),
            Signature.of(Format.TIFF, hex("4D4D4F5200000008")),
            Signature.of(Format.TIFF, hex("49495500")),

            // Motion JPEG 2000 (ISO/IEC 15444-3) is a video in the same boxes.
            Signature.of(Format.JP2, JP2, 16, "ftypmjp2").as(Kind.VIDEO),
            Signature.of(Format.JP2, JP2),
            // SOC and SIZ (ISO/IEC 15444-1 A.4.1).
            Signature.of(Format.JP2, hex("FF4FFF51")),
            Signature.of(Format.JXL, JXL),
            // A codestream: SOC, then a size in which every bit may be set (SizeHeader, ISO/IEC 18181-1). No text has
            // FF.
            Signature.of(Format.JXL, hex("FF0A")),
            Signature.of(Format.PSD, hex("384250530001")),
            Signature.of(Format.PSD, hex("384250530002")),
            Signature.of(Format.FLV, hex("464C5601")),
            // A pack header of MPEG-1 or MPEG-2 systems, or a bare sequence header (ISO/IEC 13818-1 2.5.3.4, -2
            // 6.2.2.1).
            Signature.of(Format.MPEG, hex("000001BA")),
            Signature.of(Format.MPEG, hex("000001B3")),
            // A partition pack's key (SMPTE ST 377-1 7.1).
            Signature.of(Format.MXF, hex("060E2B34020501010D0102010102")),
            Signature.of(Format.FLAC, "fLaC"),
            // RFC 4867 5.1, and -WB, and _MC1.0 of several channels.
            Signature.of(Format.AMR, "#!AMR"),
            Signature.of(Format.MIDI, hex("4D54686400000006")),
            Signature.of(Format.PDF, "%PDF-"),
            // A file, an empty archive, and one in several volumes (APPNOTE 4.3.7, 4.3.16, 8.5.3).
            Signature.of(Format.ZIP, hex("504B0304")),
            Signature.of(Format.ZIP, hex("504B0506")),
            Signature.of(Format.ZIP, hex("504B0708")),
            // RFC 1952 2.3.1; deflate is the only method there is.
            Signature.of(Format.GZIP, hex("1F8B08")),
            // The magic of a header block (POSIX.1-2017, pax, ustar Interchange Format), behind a name of any bytes.
            Signature.of(Format.TAR, "", 257, "ustar"),
            // The magic of a block, the digits of pi, behind the level.
            Signature.of(Format.BZIP2, "BZh", 4, "1AY&SY"),
            Signature.of(Format.XZ, hex("FD377A585A00")),
            // RFC 8878 3.1.1.
            Signature.of(Format.ZSTD, hex("28B52FFD")),
            Signature.of(Format.SEVEN_ZIP, hex("377ABCAF271C")),
            Signature.of(Format.RAR, hex("526172211A07")));

    @Override
    public Optional<Probed> recognise(Prefix prefix) {
        for (Signature signature : ALL) {
            if (signature.matches(prefix)) {
                return Optional.of(Probed.named(signature.format(), signature.kind()));
            }
        }
        return Optional.empty();
    }
}
