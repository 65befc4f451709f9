package io.mediapreflight.ffmpeg.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a TIFF structure tells (EXIF 3.0 4.6). Goes from the first directory to those of EXIF, GPS and the camera's maker, each
 * once. Not metadata-extractor's reader: that copies every value, and thousands of entries may all claim the same 60 KB.
 */
final class Exif {
    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int MAGIC = 42;
    private static final int HEADER = 8;

    private static final int MAKE = 0x010F;
    private static final int ARTIST = 0x013B;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int MAKER_NOTE = 0x927C;
    private static final int XP_AUTHOR = 0x9C9D;
    private static final int CAMERA_OWNER_NAME = 0xA430;
    private static final int BODY_SERIAL_NUMBER = 0xA431;
    private static final int LENS_SERIAL_NUMBER = 0xA435;
    private static final int PHOTOGRAPHER = 0xA437;
    private static final int IMAGE_EDITOR = 0xA438;
    private static final int CAMERA_SERIAL_NUMBER = 0xC62F; // DNG 1.7

    private static final int GPS_LATITUDE_REF = 1;
    private static final int GPS_LATITUDE = 2;
    private static final int GPS_LONGITUDE_REF = 3;
    private static final int GPS_LONGITUDE = 4;
    private static final int GPS_DEST_LATITUDE_REF = 0x13;
    private static final int GPS_DEST_LATITUDE = 0x14;
    private static final int GPS_DEST_LONGITUDE_REF = 0x15;
    private static final int GPS_DEST_LONGITUDE = 0x16;

    private final byte[] tiff;
    private final Clues clues;

    private Exif(byte[] tiff, Clues clues) {
        this.tiff = tiff;
        this.clues = clues;
    }

    /** Looks through the bytes from the byte order on. */
    static void scan(byte[] tiff, Clues clues) {
        Optional<ByteOrder> order = tiff.length < HEADER ? Optional.empty() : order(tiff, 0);
        order.ifPresent(value -> new Exif(tiff, clues).scan(value));
    }

    /** The byte order that a TIFF header at this place names; empty where there is none. */
    static Optional<ByteOrder> order(byte[] bytes, int at) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        int mark = data.getShort(at) & 0xFFFF;
        if (mark != BIG_ENDIAN && mark != LITTLE_ENDIAN) {
            return Optional.empty();
        }
        ByteOrder order = mark == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return data.order(order).getShort(at + 2) == MAGIC ? Optional.of(order) : Optional.empty();
    }

    private void scan(ByteOrder order) {
        Directory first = directory(order, ByteBuffer.wrap(tiff).order(order).getInt(4) & 0xFFFF_FFFFL);
        people(first);
        first.wideText(XP_AUTHOR).ifPresent(name -> clues.person("author", name, "EXIF XPAuthor"));
        devices(first);
        OptionalLong gps = first.number(GPS_DIRECTORY);
        if (gps.isPresent()) {
            positions(directory(order, gps.getAsLong()));
        }
        OptionalLong exif = first.number(EXIF_DIRECTORY);
        if (exif.isPresent()) {
            Directory second = directory(order, exif.getAsLong());
            people(second);
            devices(second);
            OptionalInt note = second.place(MAKER_NOTE);
            if (note.isPresent()) {
                new MakerNote(tiff, order, note.getAsInt(), clues)
                        .scan(first.text(MAKE).orElse(""));
            }
        }
    }

    private Directory directory(ByteOrder order, long offset) {
        return new Directory(tiff, order, 0, offset);
    }

    private void people(Directory directory) {
        directory.text(ARTIST).ifPresent(name -> clues.person("artist", name, "EXIF Artist"));
        directory.text(CAMERA_OWNER_NAME).ifPresent(name -> clues.person("owner name", name, "EXIF CameraOwnerName"));
        directory.text(PHOTOGRAPHER).ifPresent(name -> clues.person("photographer", name, "EXIF Photographer"));
        directory.text(IMAGE_EDITOR).ifPresent(name -> clues.person("editor", name, "EXIF ImageEditor"));
    }

    private void devices(Directory directory) {
        directory
                .text(BODY_SERIAL_NUMBER)
                .ifPresent(number -> clues.serial("body serial number", number, "EXIF BodySerialNumber"));
        directory
                .text(LENS_SERIAL_NUMBER)
                .ifPresent(number -> clues.serial("lens serial number", number, "EXIF LensSerialNumber"));
        directory
                .text(CAMERA_SERIAL_NUMBER)
                .ifPresent(number -> clues.serial("camera serial number", number, "EXIF CameraSerialNumber"));
    }

    private void positions(Directory gps) {
        clues.position(position(gps, GPS_LATITUDE, GPS_LATITUDE_REF, GPS_LONGITUDE, GPS_LONGITUDE_REF), "EXIF");
        clues.position(
                position(gps, GPS_DEST_LATITUDE, GPS_DEST_LATITUDE_REF, GPS_DEST_LONGITUDE, GPS_DEST_LONGITUDE_REF),
                "EXIF destination");
    }

    /** Without its reference a coordinate is taken for north or east: it tells as much. */
    private static Optional<Position> position(
            Directory gps, int latitude, int latitudeRef, int longitude, int longitudeRef) {
        double north = gps.degrees(latitude) * (isMarked(gps, latitudeRef, 'S') ? -1 : 1);
        double east = gps.degrees(longitude) * (isMarked(gps, longitudeRef, 'W') ? -1 : 1);
        return Position.of(north, east);
    }

    private static boolean isMarked(Directory gps, int tag, char letter) {
        return gps.text(tag).filter(text -> text.indexOf(letter) == 0).isPresent();
    }
}
