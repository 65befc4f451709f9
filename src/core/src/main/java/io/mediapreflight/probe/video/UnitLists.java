package io.mediapreflight.probe.video;

/** Steps through the lists of units in a codec configuration, each unit with its length of two bytes in front. */
final class UnitLists {
    private final UnitKind kind;
    private final byte[] box;
    private int at;
    private int sets;
    private boolean isCutOff;

    UnitLists(UnitKind kind, byte[] box, int start) {
        this.kind = kind;
        this.box = box;
        this.at = start;
    }

    /** Whether the bytes were there up to here. */
    boolean goOn() {
        return !isCutOff;
    }

    /** The next byte; 0 where there is none. */
    int u8() {
        isCutOff |= at >= box.length;
        return isCutOff ? 0 : box[at++] & 0xFF;
    }

    int u16() {
        int high = u8();
        return (high << 8) | u8();
    }

    /** Looks at so many units. */
    void readUnits(int count) {
        for (int i = 0; i < count && !isCutOff; i++) {
            int length = u16();
            isCutOff |= length > box.length - at;
            if (!isCutOff && length > 0) {
                sets = kind.meet(sets, box[at], length);
                at += length;
            }
        }
    }

    /** What was found. */
    UnitFormat format(long start, int lengthBytes, boolean isWhole) {
        return new UnitFormat(kind, start, lengthBytes, sets, isWhole && isCutOff);
    }
}
