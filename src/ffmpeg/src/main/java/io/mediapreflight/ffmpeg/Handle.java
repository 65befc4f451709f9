package io.mediapreflight.ffmpeg;

import org.bytedeco.javacpp.Pointer;

/**
 * A number that FFmpeg carries for us as an opaque pointer. JavaCPP has but ten native functions for each type of callback, so one
 * is shared by all files, and the number shows it which file it is called for.
 */
final class Handle extends Pointer {
    /** @param number 1 or more */
    Handle(long number) {
        super((Pointer) null);
        this.address = number;
    }
}
