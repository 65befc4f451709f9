package io.mediapreflight.cli.compare;

import io.mediapreflight.text.Phrase;

/**
 * Why a program may say something else.
 *
 * @param id as programs know it
 * @param text as people read it
 */
record Reason(String id, Phrase text) {
    /** What it says is another reading of the same file, which is judged as well. */
    static Reason otherReading(String key) {
        return new Reason(
                "otherReading", Phrase.of("cli:compare.reason.other-reading").with("key", key));
    }

    /** The headers are damaged, and no fact is taken from them here. */
    static Reason damaged(String defect) {
        return new Reason("damaged", Phrase.of("cli:compare.reason.damaged").with("defect", defect));
    }

    /** It prints 0 for what it could not determine. */
    static Reason zero() {
        return new Reason("zero", Phrase.of("cli:compare.reason.zero"));
    }

    /** Headers do not say, and nothing else is read here. */
    static Reason notInHeaders() {
        return new Reason("notInHeaders", Phrase.of("cli:compare.reason.not-in-headers"));
    }

    /** The image is a grid of tiles. */
    static Reason tile() {
        return new Reason("tile", Phrase.of("cli:compare.reason.tile"));
    }

    /** It adds up what the movie header covers, and no fragments. */
    static Reason fragments() {
        return new Reason("fragments", Phrase.of("cli:compare.reason.fragments"));
    }

    /** The sample description of an encrypted track names the codec behind its own name. */
    static Reason encrypted() {
        return new Reason("encrypted", Phrase.of("cli:compare.reason.encrypted"));
    }

    /** It prints the usual rate that is near the average. */
    static Reason usualRate() {
        return new Reason("usualRate", Phrase.of("cli:compare.reason.usual-rate"));
    }

    /** Frames last differently long, so that programs mean different things by a rate. */
    static Reason variableRate() {
        return new Reason("variableRate", Phrase.of("cli:compare.reason.variable-rate"));
    }

    /** There are several video tracks, and the programs take different ones. */
    static Reason severalTracks(long tracks) {
        return new Reason(
                "severalTracks", Phrase.of("cli:compare.reason.several-tracks").with("tracks", tracks));
    }
}
