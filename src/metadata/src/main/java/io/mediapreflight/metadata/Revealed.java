package io.mediapreflight.metadata;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;

/** What a property of metadata names. */
enum Revealed {
    PLACE(AdviceId.PRIVACY_LOCATION, "metadata:revealed.place"),
    CITY(AdviceId.PRIVACY_LOCATION, "metadata:revealed.city"),
    LANDMARK(AdviceId.PRIVACY_LOCATION, "metadata:revealed.landmark"),
    ARTIST(AdviceId.PRIVACY_OWNER, "metadata:revealed.artist"),
    PHOTOGRAPHER(AdviceId.PRIVACY_OWNER, "metadata:revealed.photographer"),
    EDITOR(AdviceId.PRIVACY_OWNER, "metadata:revealed.editor"),
    AUTHOR(AdviceId.PRIVACY_OWNER, "metadata:revealed.author"),
    CREATOR(AdviceId.PRIVACY_OWNER, "metadata:revealed.creator"),
    BY_LINE(AdviceId.PRIVACY_OWNER, "metadata:revealed.by-line"),
    OWNER(AdviceId.PRIVACY_OWNER, "metadata:revealed.owner"),
    OWNER_NAME(AdviceId.PRIVACY_OWNER, "metadata:revealed.owner-name"),
    ACCOUNT(AdviceId.PRIVACY_OWNER, "metadata:revealed.account"),
    PERSON_SHOWN(AdviceId.PRIVACY_OWNER, "metadata:revealed.person-shown"),
    REGION(AdviceId.PRIVACY_OWNER, "metadata:revealed.region"),
    CHILD(AdviceId.PRIVACY_OWNER, "metadata:revealed.child"),
    CAMERA_SERIAL(AdviceId.PRIVACY_DEVICE, "metadata:revealed.camera-serial"),
    BODY_SERIAL(AdviceId.PRIVACY_DEVICE, "metadata:revealed.body-serial"),
    LENS_SERIAL(AdviceId.PRIVACY_DEVICE, "metadata:revealed.lens-serial"),
    DRONE_SERIAL(AdviceId.PRIVACY_DEVICE, "metadata:revealed.drone-serial"),
    CAMERA_SERIAL_HASH(AdviceId.PRIVACY_DEVICE, "metadata:revealed.camera-serial-hash");

    private final AdviceId advice;
    private final String key;

    Revealed(AdviceId advice, String key) {
        this.advice = advice;
        this.key = key;
    }

    /** The advice in which it is listed. */
    AdviceId advice() {
        return advice;
    }

    /** What it is, in words. */
    Phrase phrase() {
        return Phrase.of(key);
    }
}
