package io.mediapreflight;

/** Whether a request may be sent. */
public sealed interface Clearance permits Clearance.Cleared, Clearance.Refused {
    /** It may, until it goes stale. */
    record Cleared(ClearedRequest request) implements Clearance {}

    /**
     * It may not.
     *
     * @param verdict what was asked to be cleared
     * @param why a whole sentence
     */
    record Refused(RequestVerdict verdict, String why) implements Clearance {}
}
