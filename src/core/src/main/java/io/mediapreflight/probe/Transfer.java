package io.mediapreflight.probe;

import java.util.Optional;

/** How brightness is coded in samples (ITU-T H.273, TransferCharacteristics). */
public enum Transfer {
    /** For screens of ordinary brightness. */
    SDR("sdr"),
    /** Perceptual quantizer (SMPTE ST 2084): HDR10, Dolby Vision. */
    PQ("pq"),
    /** Hybrid log-gamma (ARIB STD-B67): broadcasts, phones. */
    HLG("hlg");

    private static final int UNSPECIFIED = 2;
    private static final int CODE_PQ = 16;
    private static final int CODE_HLG = 18;

    private final String id;

    Transfer(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** By its code in H.273; empty where that is reserved or says nothing. */
    public static Optional<Transfer> of(int code) {
        return switch (code) {
            case CODE_PQ -> Optional.of(PQ);
            case CODE_HLG -> Optional.of(HLG);
            case 0, UNSPECIFIED, 3 -> Optional.empty();
            default -> code < CODE_HLG ? Optional.of(SDR) : Optional.empty();
        };
    }
}
