package io.mediapreflight.ffmpeg.privacy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The owners and serial numbers in the notes of those makers whose layout is known, and not encrypted (as documented in
 * exiftool's tag tables). A program that moved the note may have left offsets in it that point elsewhere: what does not look
 * like a name or a number is passed over.
 */
final class MakerNote {
    private static final byte[] NIKON = "Nikon\0\2".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] PANASONIC = "Panasonic\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] FUJIFILM = "FUJIFILM".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] OLYMPUS = "OLYMPUS\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] OLYMPUS_OLD = "OLYMP\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int OLYMPUS_DIRECTORY = 12;
    private static final int OLYMPUS_OLD_DIRECTORY = 8;

    /** Nikon's note has a TIFF header of its own behind its name and version. */
    private static final int NIKON_TIFF = 10;

    private static final int TIFF_HEADER = 8;

    private static final int CANON_OWNER_NAME = 0x0009;
    private static final int CANON_SERIAL_NUMBER = 0x000C;
    private static final int CANON_INTERNAL_SERIAL_NUMBER = 0x0096;
    private static final int NIKON_SERIAL_NUMBER = 0x001D;
    private static final int NIKON_SERIAL_NUMBER_OLD = 0x00A0;
    private static final int PANASONIC_INTERNAL_SERIAL_NUMBER = 0x0025;
    private static final int FUJIFILM_INTERNAL_SERIAL_NUMBER = 0x0010;

    private static final int OLYMPUS_SERIAL_NUMBER = 0x101A;
    private static final int OLYMPUS_EQUIPMENT = 0x2010;
    private static final int EQUIPMENT_SERIAL_NUMBER = 0x0101;
    private static final int EQUIPMENT_INTERNAL_SERIAL_NUMBER = 0x0102;
    private static final int EQUIPMENT_LENS_SERIAL_NUMBER = 0x0202;

    private final byte[] tiff;
    private final ByteOrder order;
    private final int start;
    private final Clues clues;

    MakerNote(byte[] tiff, ByteOrder order, int start, Clues clues) {
        this.tiff = tiff;
        this.order = order;
        this.start = start;
        this.clues = clues;
    }

    void scan(String make) {
        if (begins(NIKON) && tiff.length - start >= NIKON_TIFF + TIFF_HEADER) {
            nikon();
        } else if (begins(PANASONIC)) {
            Directory note = new Directory(tiff, order, 0, start + (long) PANASONIC.length);
            serial(note.text(PANASONIC_INTERNAL_SERIAL_NUMBER), "Panasonic InternalSerialNumber");
        } else if (begins(FUJIFILM) && tiff.length - start >= FUJIFILM.length + 4) {
            int offset = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).getInt(start + FUJIFILM.length);
            Directory note = new Directory(tiff, ByteOrder.LITTLE_ENDIAN, start, offset & 0xFFFF_FFFFL);
            serial(note.text(FUJIFILM_INTERNAL_SERIAL_NUMBER), "Fujifilm InternalSerialNumber");
        } else if (begins(OLYMPUS) && tiff.length - start >= OLYMPUS_DIRECTORY) {
            olympus(new Directory(tiff, olympusOrder(), start, OLYMPUS_DIRECTORY), start);
        } else if (begins(OLYMPUS_OLD)) {
            olympus(new Directory(tiff, order, 0, start + (long) OLYMPUS_OLD_DIRECTORY), 0);
        } else if (make.startsWith("Canon")) {
            canon();
        }
    }

    private void nikon() {
        int base = start + NIKON_TIFF;
        Optional<ByteOrder> own = Exif.order(tiff, base);
        if (own.isPresent()) {
            int offset = ByteBuffer.wrap(tiff).order(own.get()).getInt(base + 4);
            Directory note = new Directory(tiff, own.get(), base, offset & 0xFFFF_FFFFL);
            serial(note.text(NIKON_SERIAL_NUMBER), "Nikon SerialNumber");
            serial(note.text(NIKON_SERIAL_NUMBER_OLD), "Nikon SerialNumber");
        }
    }

    /** The note says it behind its name: a program that writes the rest in another order leaves the note as it is. */
    private ByteOrder olympusOrder() {
        return tiff[start + OLYMPUS.length] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private void olympus(Directory note, int base) {
        serial(note.text(OLYMPUS_SERIAL_NUMBER), "Olympus SerialNumber");
        OptionalLong place = note.number(OLYMPUS_EQUIPMENT);
        if (place.isPresent()) {
            Directory equipment = new Directory(tiff, note.order(), base, place.getAsLong());
            serial(equipment.text(EQUIPMENT_SERIAL_NUMBER), "Olympus SerialNumber");
            serial(equipment.text(EQUIPMENT_INTERNAL_SERIAL_NUMBER), "Olympus InternalSerialNumber");
            equipment
                    .text(EQUIPMENT_LENS_SERIAL_NUMBER)
                    .filter(MakerNote::isReadable)
                    .ifPresent(value -> clues.serial("lens serial number", value, "Olympus LensSerialNumber"));
        }
    }

    private void canon() {
        Directory note = new Directory(tiff, order, 0, start);
        note.text(CANON_OWNER_NAME)
                .filter(MakerNote::isReadable)
                .ifPresent(name -> clues.person("owner name", name, "Canon OwnerName"));
        OptionalLong number = note.number(CANON_SERIAL_NUMBER);
        if (number.isPresent()) {
            serial(Optional.of(Long.toString(number.getAsLong())), "Canon SerialNumber");
        }
        serial(note.text(CANON_INTERNAL_SERIAL_NUMBER), "Canon InternalSerialNumber");
    }

    private void serial(Optional<String> number, String where) {
        number.filter(MakerNote::isReadable).ifPresent(value -> clues.serial("camera serial number", value, where));
    }

    private static boolean isReadable(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c >= 0x7F);
    }

    private boolean begins(byte[] name) {
        return Bytes.begins(tiff, start, name);
    }
}
