package io.mediapreflight.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.Face;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.FujifilmMakernoteDirectory;
import com.drew.metadata.exif.makernotes.LeicaMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusMakernoteDirectory;
import com.drew.metadata.exif.makernotes.PanasonicMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFire2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxHyperFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.ReconyxUltraFireMakernoteDirectory;
import com.drew.metadata.exif.makernotes.SamsungType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.SigmaMakernoteDirectory;
import com.drew.metadata.exif.makernotes.SonyTag9050bDirectory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A value of EXIF or of a maker note that names a person, a place or a device.
 *
 * @param in the directories that may hold it
 * @param tag its number there
 * @param what what it names
 * @param where where it was found, in words
 */
record ExifTag(Class<? extends Directory> in, int tag, Revealed what, String where) {
    private static final int PHOTOGRAPHER = 0xA437; // EXIF 3.0
    private static final int IMAGE_EDITOR = 0xA438; // EXIF 3.0
    private static final int CAMERA_SERIAL_NUMBER = 0xC62F; // DNG 1.7

    static final List<ExifTag> ALL = List.of(
            exif(ExifDirectoryBase.TAG_ARTIST, Revealed.ARTIST, "Artist"),
            exif(ExifDirectoryBase.TAG_CAMERA_OWNER_NAME, Revealed.OWNER_NAME, "CameraOwnerName"),
            exif(PHOTOGRAPHER, Revealed.PHOTOGRAPHER, "Photographer"),
            exif(IMAGE_EDITOR, Revealed.EDITOR, "ImageEditor"),
            exif(ExifDirectoryBase.TAG_WIN_AUTHOR, Revealed.AUTHOR, "XPAuthor"),
            exif(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER, Revealed.BODY_SERIAL, "BodySerialNumber"),
            exif(ExifDirectoryBase.TAG_LENS_SERIAL_NUMBER, Revealed.LENS_SERIAL, "LensSerialNumber"),
            exif(CAMERA_SERIAL_NUMBER, Revealed.CAMERA_SERIAL, "CameraSerialNumber"),
            canon(CanonMakernoteDirectory.TAG_CANON_OWNER_NAME, Revealed.OWNER_NAME, "OwnerName"),
            canon(CanonMakernoteDirectory.TAG_CANON_SERIAL_NUMBER, Revealed.CAMERA_SERIAL, "SerialNumber"),
            canon(CanonMakernoteDirectory.TAG_SERIAL_INFO_ARRAY, Revealed.CAMERA_SERIAL, "InternalSerialNumber"),
            nikon(NikonType2MakernoteDirectory.TAG_CAMERA_SERIAL_NUMBER),
            nikon(NikonType2MakernoteDirectory.TAG_CAMERA_SERIAL_NUMBER_2),
            panasonic(
                    PanasonicMakernoteDirectory.TAG_INTERNAL_SERIAL_NUMBER,
                    Revealed.CAMERA_SERIAL,
                    "InternalSerialNumber"),
            panasonic(PanasonicMakernoteDirectory.TAG_LENS_SERIAL_NUMBER, Revealed.LENS_SERIAL, "LensSerialNumber"),
            panasonic(PanasonicMakernoteDirectory.TAG_BABY_NAME, Revealed.CHILD, "BabyName"),
            panasonic(PanasonicMakernoteDirectory.TAG_LOCATION, Revealed.PLACE, "Location"),
            panasonic(PanasonicMakernoteDirectory.TAG_CITY, Revealed.CITY, "City"),
            panasonic(PanasonicMakernoteDirectory.TAG_CITY2, Revealed.CITY, "City2"),
            panasonic(PanasonicMakernoteDirectory.TAG_LANDMARK, Revealed.LANDMARK, "Landmark"),
            new ExifTag(
                    FujifilmMakernoteDirectory.class,
                    FujifilmMakernoteDirectory.TAG_SERIAL_NUMBER,
                    Revealed.CAMERA_SERIAL,
                    "Fujifilm InternalSerialNumber"),
            olympus(
                    OlympusMakernoteDirectory.class,
                    OlympusMakernoteDirectory.TAG_SERIAL_NUMBER_1,
                    Revealed.CAMERA_SERIAL,
                    ""),
            olympus(
                    OlympusMakernoteDirectory.class,
                    OlympusMakernoteDirectory.TAG_SERIAL_NUMBER_2,
                    Revealed.CAMERA_SERIAL,
                    ""),
            equipment(OlympusEquipmentMakernoteDirectory.TAG_SERIAL_NUMBER, Revealed.CAMERA_SERIAL, ""),
            equipment(
                    OlympusEquipmentMakernoteDirectory.TAG_INTERNAL_SERIAL_NUMBER, Revealed.CAMERA_SERIAL, "Internal"),
            equipment(OlympusEquipmentMakernoteDirectory.TAG_LENS_SERIAL_NUMBER, Revealed.LENS_SERIAL, "Lens"),
            new ExifTag(
                    SamsungType2MakernoteDirectory.class,
                    SamsungType2MakernoteDirectory.TagSerialNumber,
                    Revealed.CAMERA_SERIAL,
                    "Samsung SerialNumber"),
            new ExifTag(
                    SamsungType2MakernoteDirectory.class,
                    SamsungType2MakernoteDirectory.TagInternalLensSerialNumber,
                    Revealed.LENS_SERIAL,
                    "Samsung InternalLensSerialNumber"),
            new ExifTag(
                    SamsungType2MakernoteDirectory.class,
                    SamsungType2MakernoteDirectory.TagLocalLocationName,
                    Revealed.PLACE,
                    "Samsung LocalLocationName"),
            maker(LeicaMakernoteDirectory.class, LeicaMakernoteDirectory.TAG_SERIAL_NUMBER, "Leica"),
            maker(SigmaMakernoteDirectory.class, SigmaMakernoteDirectory.TAG_SERIAL_NUMBER, "Sigma"),
            maker(SonyTag9050bDirectory.class, SonyTag9050bDirectory.TAG_INTERNAL_SERIAL_NUMBER, "Sony Internal"),
            maker(
                    ReconyxHyperFireMakernoteDirectory.class,
                    ReconyxHyperFireMakernoteDirectory.TAG_SERIAL_NUMBER,
                    "Reconyx"),
            maker(
                    ReconyxHyperFire2MakernoteDirectory.class,
                    ReconyxHyperFire2MakernoteDirectory.TAG_SERIAL_NUMBER,
                    "Reconyx"),
            maker(
                    ReconyxUltraFireMakernoteDirectory.class,
                    ReconyxUltraFireMakernoteDirectory.TAG_SERIAL_NUMBER,
                    "Reconyx"));

    private static ExifTag exif(int tag, Revealed what, String name) {
        return new ExifTag(ExifDirectoryBase.class, tag, what, "EXIF " + name);
    }

    private static ExifTag canon(int tag, Revealed what, String name) {
        return new ExifTag(CanonMakernoteDirectory.class, tag, what, "Canon " + name);
    }

    private static ExifTag nikon(int tag) {
        return maker(NikonType2MakernoteDirectory.class, tag, "Nikon");
    }

    private static ExifTag panasonic(int tag, Revealed what, String name) {
        return new ExifTag(PanasonicMakernoteDirectory.class, tag, what, "Panasonic " + name);
    }

    private static ExifTag olympus(Class<? extends Directory> in, int tag, Revealed what, String of) {
        return new ExifTag(in, tag, what, "Olympus " + of + "SerialNumber");
    }

    private static ExifTag equipment(int tag, Revealed what, String of) {
        return olympus(OlympusEquipmentMakernoteDirectory.class, tag, what, of);
    }

    private static ExifTag maker(Class<? extends Directory> in, int tag, String maker) {
        String gap = maker.indexOf(' ') < 0 ? " " : "";
        return new ExifTag(in, tag, Revealed.CAMERA_SERIAL, maker + gap + "SerialNumber");
    }

    /** Whether the value of an entry is of any use: one of these, a coordinate, or what the library knows a camera by. */
    static boolean isListed(Directory directory, int tag) {
        return directory instanceof GpsDirectory
                || tag == ExifDirectoryBase.TAG_MAKE
                || tag == PanasonicMakernoteDirectory.TAG_FACE_RECOGNITION_INFO
                || ALL.stream().anyMatch(each -> each.tag == tag && each.in.isInstance(directory));
    }

    /** Reveals the value that a directory has, if it is a readable one. */
    void read(Directory directory, PersonalData data) {
        if (in.isInstance(directory) && directory.containsTag(tag)) {
            text(directory)
                    .filter(text -> directory instanceof ExifDirectoryBase || isReadable(text))
                    .ifPresent(text -> data.named(what, text, where));
        }
    }

    /** The names that were given to a Panasonic for the faces it recognises. */
    static void readFaces(Metadata metadata, PersonalData data) {
        for (PanasonicMakernoteDirectory note : metadata.getDirectoriesOfType(PanasonicMakernoteDirectory.class)) {
            Face[] faces = note.getRecognizedFaces();
            for (Face face : faces == null ? new Face[0] : faces) {
                String name = MetadataText.of(String.valueOf(face.getName()).getBytes(StandardCharsets.ISO_8859_1));
                if (isReadable(name)) {
                    data.named(Revealed.PERSON_SHOWN, name, "Panasonic RecognizedFace");
                }
            }
        }
    }

    private Optional<String> text(Directory directory) {
        Object value = directory.getObject(tag);
        if (value instanceof StringValue text) {
            // Of a camera's own words Reconyx alone has any in UTF-16.
            return Optional.of(
                    StandardCharsets.UTF_16LE.equals(text.getCharset())
                            ? MetadataText.of(text.getBytes(), StandardCharsets.UTF_16LE)
                            : MetadataText.of(text.getBytes()));
        }
        if (value instanceof Number number) {
            return Optional.of(number.toString());
        }
        byte[] bytes = directory.getByteArray(tag);
        if (bytes == null) {
            return Optional.empty();
        }
        if (directory instanceof SonyTag9050bDirectory) {
            return Optional.of(HexFormat.of().formatHex(bytes));
        }
        return Optional.of(
                tag == ExifDirectoryBase.TAG_WIN_AUTHOR
                        ? MetadataText.of(bytes, StandardCharsets.UTF_16LE) // as Windows writes it
                        : MetadataText.of(bytes));
    }

    /** A program that moved a maker note may have left offsets in it that point elsewhere: what is no name or number is left out. */
    private static boolean isReadable(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c >= 0x7F);
    }
}
