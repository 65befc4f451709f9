package io.mediapreflight.remote;

import io.mediapreflight.text.Phrase;
import java.net.UnknownHostException;

/** A host has an address that must not be connected to. */
final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase why;

    /** @param why a clause without a full stop */
    RefusedAddressException(Phrase why) {
        super(why.toString());
        this.why = why;
    }

    Phrase why() {
        return why;
    }
}
