package io.mediapreflight.probe.video;

/**
 * How the samples of H.264 and HEVC hold their units, and which of the parameter sets the configuration has without which no frame can
 * be decoded (ISO/IEC 14496-15 5.3.3 and 8.3.3).
 *
 * @param start where in the file the box with the configuration begins
 * @param lengthBytes in how many bytes each unit of a sample has its length in front
 * @param sets how many kinds of parameter sets were met
 * @param isCutOff whether the configuration ends before its lists do: decoders then take nothing of it, not even {@code lengthBytes}
 */
public record UnitFormat(UnitKind kind, long start, int lengthBytes, int sets, boolean isCutOff) {
    private static final int AVC_LENGTH = 4;
    private static final int AVC_LISTS = 5;
    private static final int AVC_SEQUENCES = 0x1F;
    private static final int HEVC_LENGTH = 21;
    private static final int HEVC_LISTS = 22;

    /**
     * Of {@code avcC}.
     *
     * @param start where in the file it begins
     * @param isWhole whether these bytes are all of the box
     */
    public static UnitFormat ofAvc(long start, byte[] box, boolean isWhole) {
        if (box.length <= AVC_LISTS) {
            return new UnitFormat(UnitKind.AVC, start, 0, 0, true);
        }
        UnitLists lists = new UnitLists(UnitKind.AVC, box, AVC_LISTS);
        lists.readUnits(lists.u8() & AVC_SEQUENCES);
        lists.readUnits(lists.u8());
        return lists.format(start, 1 + (box[AVC_LENGTH] & 3), isWhole);
    }

    /** Of {@code hvcC}, likewise. */
    public static UnitFormat ofHevc(long start, byte[] box, boolean isWhole) {
        if (box.length <= HEVC_LISTS) {
            return new UnitFormat(UnitKind.HEVC, start, 0, 0, true);
        }
        UnitLists lists = new UnitLists(UnitKind.HEVC, box, HEVC_LISTS);
        int arrays = lists.u8();
        for (int i = 0; i < arrays && lists.goOn(); i++) {
            lists.u8(); // which type the units of this list are to have; decoders look at the units themselves
            lists.readUnits(lists.u16());
        }
        return lists.format(start, 1 + (box[HEVC_LENGTH] & 3), isWhole);
    }

    /** The same, where the parameter sets cannot be read. */
    public UnitFormat withoutSets() {
        return new UnitFormat(kind, start, lengthBytes, 0, isCutOff);
    }

    /** Whether all parameter sets are there. */
    public boolean isComplete() {
        return sets == kind.needed();
    }
}
