package io.mediapreflight.ffmpeg.content;

/** Takes the pictures of a film one by one, in the order in which they are shown. */
public interface Pictures {
    /** Takes the next picture. All pictures of one film have one size. */
    void add(LumaFrame picture);
}
