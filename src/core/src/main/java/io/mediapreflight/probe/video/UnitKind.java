package io.mediapreflight.probe.video;

/** The units of H.264 (ITU-T H.264 7.4.1) and of HEVC (ITU-T H.265 7.4.2). */
public enum UnitKind {
    /** Of H.264. */
    AVC(7, 8),
    /** Of HEVC, in which a unit's header has two bytes. */
    HEVC(32, 33, 34);

    private static final int LAST_AVC_SLICE = 5;
    private static final int AVC_DELIMITER = 9;
    private static final int FIRST_HEVC_SET = 32;
    private static final int HEVC_DELIMITER = 35;
    private static final int HEVC_MESSAGE = 39;
    private static final int FORBIDDEN_BIT = 0x80;

    /** A parameter set has its number behind its header. */
    private static final int SHORTEST_SET = 2;

    private final int[] sets;

    /** @param sets the types of the parameter sets that a decoder needs, each of which refers to the one before it */
    UnitKind(int... sets) {
        this.sets = sets;
    }

    private int type(int header) {
        return this == AVC ? header & 0x1F : (header >> 1) & 0x3F;
    }

    /** Whether a unit that begins with this byte is part of a frame. */
    public boolean isFrame(int header) {
        int type = type(header);
        return this == AVC ? type > 0 && type <= LAST_AVC_SLICE : type < FIRST_HEVC_SET;
    }

    /** Whether a sample may begin with a unit that begins with this byte: a frame, parameter sets, a delimiter, a message. */
    public boolean isFirst(int header) {
        int type = type(header);
        boolean isOther = this == AVC ? type > LAST_AVC_SLICE && type <= AVC_DELIMITER : type == HEVC_MESSAGE;
        boolean isSet = this == HEVC && type >= FIRST_HEVC_SET && type <= HEVC_DELIMITER;
        return (header & FORBIDDEN_BIT) == 0 && (isFrame(header) || isOther || isSet);
    }

    /**
     * How many kinds of parameter sets a decoder has that meets one more unit.
     *
     * @param before how many it had
     * @param header the unit's first byte
     */
    public int meet(int before, int header, long length) {
        return before < sets.length && type(header) == sets[before] && length >= SHORTEST_SET ? before + 1 : before;
    }

    /** How many kinds of parameter sets a decoder needs. */
    public int needed() {
        return sets.length;
    }
}
