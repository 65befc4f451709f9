package io.mediapreflight.metadata;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** What the metadata of a video reveal: user data (QTFF, 3GPP TS 26.244 8, GoPro) and metadata items (QTFF, iTunes). */
final class MovieItems {
    /** Length and language before the text. */
    private static final int TEXT_HEADER = 4;

    /** Version, flags and language before the text. */
    private static final int ASSET_HEADER = 6;

    private static final double FIXED_POINT = 65_536;
    private static final int KLV = 8;

    /** The hash of a GoPro's serial number has 16 or 32 bytes. */
    private static final int MAX_HASH = 32;

    private final PersonalData data;

    MovieItems(PersonalData data) {
        this.data = data;
    }

    void xmp(byte[] packet) {
        XmpData.read(packet, data);
    }

    /** One box of user data. */
    void userData(String type, byte[] body) {
        String where = "user data " + type;
        switch (type) {
            case "\u00A9xyz" -> data.position(Position.ofIso6709(text(body)), where);
            case "\u00A9aut" -> data.named(Revealed.AUTHOR, text(body), where);
            case "\u00A9ART" -> data.named(Revealed.ARTIST, text(body), where);
            case "auth" -> data.named(Revealed.AUTHOR, assetText(body), where);
            case "loci" -> location(body, where);
            case "XMP_" -> xmp(body);
            case "CAME" ->
                data.named(
                        Revealed.CAMERA_SERIAL_HASH,
                        HexFormat.of().formatHex(Arrays.copyOf(body, Math.min(body.length, MAX_HASH))),
                        where);
            case "LENS" -> data.named(Revealed.LENS_SERIAL, MetadataText.of(body), where);
            case "SNum", "slno" -> data.named(Revealed.CAMERA_SERIAL, MetadataText.of(body), where);
            case "GPMF" -> telemetry(body, where);
            default -> {}
        }
    }

    /** One metadata item, by its key or its four letters. */
    void item(String name, byte[] value) {
        String text = MetadataText.of(value);
        String where = "metadata " + name;
        switch (name) {
            case "com.apple.quicktime.location.ISO6709", "\u00A9xyz" -> data.position(Position.ofIso6709(text), where);
            case "com.apple.quicktime.location.name" -> data.named(Revealed.PLACE, text, where);
            case "com.apple.quicktime.author", "\u00A9aut" -> data.named(Revealed.AUTHOR, text, where);
            case "com.apple.quicktime.artist", "\u00A9ART" -> data.named(Revealed.ARTIST, text, where);
            case "ownr" -> data.named(Revealed.OWNER, text, where);
            case "apID" -> data.named(Revealed.ACCOUNT, text, where);
            default -> {}
        }
    }

    private static String text(byte[] body) {
        if (body.length < TEXT_HEADER) {
            return "";
        }
        int length = ByteBuffer.wrap(body).getShort(0) & 0xFFFF;
        return MetadataText.of(Arrays.copyOfRange(body, TEXT_HEADER, Math.min(body.length, TEXT_HEADER + length)));
    }

    private static String assetText(byte[] body) {
        return MetadataText.of3gpp(ByteArrays.from(body, ASSET_HEADER));
    }

    /** Name, role, longitude, latitude (3GPP TS 26.244 8.10). */
    private void location(byte[] body, String where) {
        byte[] rest = ByteArrays.from(body, ASSET_HEADER);
        data.named(Revealed.PLACE, MetadataText.of3gpp(rest), where);
        int end = nameEnd(rest);
        if (end >= 0 && rest.length - end >= 1 + 8) {
            ByteBuffer place = ByteBuffer.wrap(rest);
            double longitude = place.getInt(end + 1) / FIXED_POINT;
            double latitude = place.getInt(end + 5) / FIXED_POINT;
            data.position(Position.of(latitude, longitude), where);
        }
    }

    /** Behind the name and its NUL; −1 where it does not end. */
    private static int nameEnd(byte[] rest) {
        boolean wide = rest.length >= 2 && rest[0] == (byte) 0xFE && rest[1] == (byte) 0xFF;
        if (!wide) {
            int end = ByteArrays.nul(rest, 0);
            return end < 0 ? -1 : end + 1;
        }
        for (int i = 2; i < rest.length - 1; i += 2) {
            if (rest[i] == 0 && rest[i + 1] == 0) {
                return i + 2;
            }
        }
        return -1;
    }

    /** GoPro's metadata format: key, type, size, count, values padded to four bytes. What nests is entered in passing. */
    private void telemetry(byte[] body, String where) {
        ByteBuffer stream = ByteBuffer.wrap(body);
        int at = 0;
        while (at <= body.length - KLV) {
            String key = MetadataText.of(Arrays.copyOfRange(body, at, at + 4));
            int length = (body[at + 5] & 0xFF) * (stream.getShort(at + 6) & 0xFFFF);
            boolean nests = body[at + 4] == 0;
            if (!nests && length > body.length - at - KLV) {
                return;
            }
            if (key.equals("CASN") && body[at + 4] == 'c') {
                byte[] number = Arrays.copyOfRange(body, at + KLV, at + KLV + length);
                data.named(Revealed.CAMERA_SERIAL, MetadataText.of(number), where + " CASN");
            }
            at += KLV + (nests ? 0 : (length + 3) / 4 * 4);
        }
    }
}
