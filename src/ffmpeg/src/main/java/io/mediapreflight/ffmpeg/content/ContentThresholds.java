package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;

/**
 * Every threshold by which content is judged. "Made" are the videos of the module's tests, "real" those of the corpus of
 * real files; the README of this module says how well they separate.
 */
final class ContentThresholds {
    /**
     * Luma steps of deviation below which contrast is not made up for: noise of 3 steps leaves about 0.8 in the mean of 16
     * pixels, which would be taken for form if a plain or black frame were stretched to full contrast.
     */
    static final double MIN_CONTRAST = 4;

    /**
     * A cut leaves this much unexplained, of 1. Between scenes made cuts leave 0.31 to 0.8, real ones 0.59 and more; jump cuts within a scene 0.17 to 0.3, some of which are lost here. Steady motion leaves 0.03 to 0.15.
     */
    static final double CUT_RESIDUAL = 0.2;

    /**
     * And this many times what its neighbours leave. Cuts in a handheld video reach 2.7 and more; a sheet of paper pulled out
     * of a real frame of 10 a second 2.2, a tilt down to the horizon 2.3, a made dissolve 2.4.
     */
    static final double CUT_OVER_NEIGHBOURS = 2.5;

    /** How far neighbours reach each way: long enough for a shake to come back, too short for the next shot's pace. */
    static final double NEIGHBOUR_SECONDS = 0.5;

    /** Neighbours each way at least, however slow the video: at 1 frame a second there are none within half a second. */
    static final int NEIGHBOURS = 4;

    /**
     * The neighbour to compare with, by what they leave: not the highest, since two other cuts may be near; not the middle
     * one, which is 0 in a video of doubled frames.
     */
    static final int NEIGHBOUR_RANK = 3;

    /** Cuts closer than this are one, as through a black frame or one blended of two scenes: 3 frames at 25 a second. */
    static final double CUT_SPACING_SECONDS = 0.12;

    /** What is gone so soon was a flash or a stray frame. Shots of people last longer: the shortest made one 0.48 s. */
    static final double FLASH_SECONDS = 0.25;

    /** Frames that a flash may last however slow the video, and that must follow a cut to distinguish the two. */
    static final int FLASH_FRAMES = 2;

    /** What may begin a flash. Half as bright a frame of the same scene leaves little, yet its end may look like a cut. */
    static final double FLASH_START = 0.08;

    /** The scene is back where at most this part of what the flash left is left. Not measured apart from the videos of the tests. */
    static final double FLASH_RETURN = 0.6;

    /** Stands still: an estimate, that people who are filmed seldom do for a second. */
    static final Fraction FROZEN_SECONDS = Fraction.of(1);

    /** A single frame is held for so long: less is a video of few frames a second, of which real ones have one. */
    static final Fraction HELD_SECONDS = Fraction.of(2);

    /** Luma steps that noise may take. Stills encoded with H.264 at CRF 23 and video grain stay within, apart from refreshes. */
    static final int FROZEN_LUMA = 4;

    /** Luma steps that a still frame may jump by where an encoder begins a new group of frames; seen at CRF 38. */
    static final int REFRESH_LUMA = 12;

    /** The part of a frame that may change all the same: two or three pixels of a {@link Thumb}. */
    static final double FROZEN_SHARE = 0.002;

    /** Black up to here, with noise: a tenth of full light, as FFmpeg's own blackdetect has it. */
    static final int BLACK_LUMA = 24;

    /** The part of a black frame that may be brighter. A line of text on black is more, and does not count as black. */
    static final double BLACK_SHARE = 0.002;

    /** Black for less may be a flash cube, an eye that blinks, one lost frame. */
    static final Fraction BLACK_SECONDS = new Fraction(1, 5);

    /** Seconds over which speed is measured: one step of a {@link Thumb} in this time is a third of a length a second. */
    static final double SPEED_SECONDS = 0.06;

    /** Frame lengths a second. A walk across the frame takes 2 s and more; most real videos never reach it, and 4 of 120 do for half a second. */
    static final double VIOLENT_SPEED = 1;

    /** Seconds of it in all. The logo that whirls in a real trailer has 0.53; a phone waved over paper 0.9. */
    static final double VIOLENT_SECONDS = 0.75;

    /** Frames farther apart than this need not explain each other: the video is slow, not the motion fast. */
    static final double LOST_SECONDS = 0.1;

    /** Motion too fast to follow leaves this much unexplained; followed motion stays below 0.25. */
    static final double LOST_RESIDUAL = 0.4;

    /** Luma steps that an image must span: an estimate; there is no made or real set of plain images behind it. */
    static final int UNIFORM_RANGE = 12;

    /** Luma under which a character cannot be made out: an eighth of the range; an estimate, too. */
    static final int DARK_LUMA = 32;

    /** The part of the places found at the edges that move as one where the camera does; the rest may be the figure, or noise. */
    static final double CAMERA_AGREEMENT = 0.55;

    /** The same for the upper corners, which a figure that stands does not cover. */
    static final double CAMERA_CORNERS = 0.75;

    /** So many places that stand contradict a camera that moves. */
    static final int CAMERA_STANDING = 2;

    /** Seconds in which a camera must come far enough: less adds up noise. */
    static final double CAMERA_SECONDS = 1;

    /** Pixels of a {@link Thumb}: 2 % of the longer side. A tripod that trembles stays below 0.3 %. */
    static final double CAMERA_WAY = 1;

    /** Seconds in all of a video in which the camera moves for it to be said. Made figures that fill most of the frame reach 0.48. */
    static final double CAMERA_MOVES_SECONDS = 0.5;

    private ContentThresholds() {}
}
