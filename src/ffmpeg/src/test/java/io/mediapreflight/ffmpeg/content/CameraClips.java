package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Made videos of 4 s in which the camera moves, or a figure before a fixed one, or only the light. All follow from a seed. */
final class CameraClips {
    static final int FRAMES = 50;

    /** Ticks by which the motion is described, for each frame. */
    private static final int TICKS = 2;

    private static final double TICKS_PER_SECOND = 25;

    /** A sway of people who hold a camera, in parts of a second. */
    private static final double SWAY = 0.45;

    private final List<Clip> clips = new ArrayList<>();
    private final SplittableRandom random;
    private final boolean built;
    private final double noise;

    /**
     * One of them.
     *
     * @param moves whether the camera does
     * @param frames the luma of each, not yet noisy
     */
    record Clip(String category, boolean moves, double noise, IntFunction<float[]> frames) {}

    private CameraClips(long seed, boolean built, double noise) {
        random = new SplittableRandom(seed);
        this.built = built;
        this.noise = noise;
    }

    /** One clip of each category. */
    static List<Clip> of(long seed, boolean built, double noise) {
        CameraClips made = new CameraClips(seed, built, noise);
        made.pans();
        made.zooms();
        made.handheld();
        made.figures();
        made.light();
        made.cuts();
        return List.copyOf(made.clips);
    }

    /** When a frame is shown. */
    static Fraction at(int frame) {
        return new Fraction((long) TICKS * frame, (long) TICKS_PER_SECOND);
    }

    private View view() {
        return View.of(built ? World.built(random.nextLong()) : World.natural(random.nextLong()));
    }

    private void pans() {
        View view = view();
        moving("pan, 5 % a second", i -> view.moved(0.38 * i, 0));
        moving("pan, 20 % a second, figure walks along", i -> dancing(view.moved(1.5 * i, 0), 0.3, i));
        moving("pan, 60 % a second", i -> view.moved(4.6 * i, 0.2 * i));
        moving("tilt, 10 % a second", i -> dancing(view.moved(0, 0.8 * i), 0.3, i));
        moving("tilt, 30 % a second", i -> view.moved(0, 2.3 * i));
        moving("pan of a second, then fixed", i -> dancing(view.moved(Math.min(i, 25), 0), 0.3, i));
        moving("pan to and fro", i -> dancing(view.moved(20 * Math.sin(i / 12.0), 0), 0.25, i));
        moving("pan, large figure in the middle", i -> dancing(view.moved(1.2 * i, 0), 0.6, i));
    }

    private void zooms() {
        View view = view();
        moving("zoom in, 8 % a second", i -> dancing(view.zoomed(Math.pow(1.0032, -i)), 0.3, i));
        moving("zoom in, 30 % a second", i -> dancing(view.zoomed(Math.pow(1.012, -i)), 0.3, i));
        moving("zoom out, 20 % a second", i -> view.zoomed(Math.pow(1.008, i)));
        moving("zoom and pan", i -> dancing(view.zoomed(Math.pow(1.006, -i)).moved(0.6 * i, 0), 0.3, i));
    }

    private void handheld() {
        View view = view();
        double[] phases = {random.nextDouble(6), random.nextDouble(6), random.nextDouble(6), random.nextDouble(6)};
        moving("handheld, 2 %", i -> dancing(swayed(view, 4, phases, i), 0.3, i));
        moving("handheld, 4 %", i -> dancing(swayed(view, 8, phases, i), 0.3, i));
        moving("handheld, walking", i -> dancing(swayed(view.moved(0.5 * i, 0), 4, phases, i), 0.3, i));
        fixed("tripod that trembles, 0.3 %", i -> dancing(swayed(view, 0.5, phases, i), 0.3, i));
    }

    private void figures() {
        View view = view();
        fixed("empty scene", i -> view);
        fixed("figure, 15 %, dances", i -> dancing(view, 0.15, i));
        fixed("figure, 30 %, dances", i -> dancing(view, 0.3, i));
        fixed("figure, 60 %, dances", i -> dancing(view, 0.6, i));
        fixed("figure, 90 %, dances", i -> dancing(view, 0.9, i));
        fixed("figure, 30 %, fast", i -> view.figure(0.3, 0.5 + 0.3 * Math.sin(i / 2.0)));
        fixed("figure, 30 %, walks through", i -> view.figure(0.3, -0.2 + 0.014 * i));
        fixed("figure, 60 %, walks through", i -> view.figure(0.6, -0.3 + 0.016 * i));
        fixed("figure, 60 %, comes and stays", i -> view.figure(0.6, Math.min(0.5, -0.3 + 0.02 * i)));
        fixed("figure fills the frame as it passes", i -> view.figure(1.6, -0.8 + 0.03 * i));
    }

    private void light() {
        View view = view();
        fixed("light drifts", i -> dancing(view.lit(120 + 50 * Math.sin(i / 5.0), 45), 0.3, i));
        fixed("light flickers", i -> dancing(view.lit(i / 2 % 2 == 0 ? 125 : 105, i / 2 % 2 == 0 ? 45 : 38), 0.3, i));
        fixed("light switched", i -> dancing(view.lit(i < 50 ? 120 : 60, i < 50 ? 45 : 24), 0.3, i));
        fixed("in the dark", i -> dancing(view.lit(26, 9), 0.3, i));
        fixed("fades from and to black", i -> {
            double light = Math.max(0, Math.min(1, Math.min((i - 10) / 20.0, (90 - i) / 20.0)));
            return dancing(view.lit(120 * light, 45 * light), 0.3, i);
        });
        add("grainy", false, 4 * noise, i -> dancing(view, 0.3, i).frame());
    }

    private void cuts() {
        View one = view();
        View other = view();
        fixed("cuts between fixed cameras", i -> dancing(i / 30 % 2 == 0 ? one : other, 0.3, i));
        fixed(
                "cuts to another framing",
                i -> dancing(i / 30 % 2 == 0 ? one : one.zoomed(0.7).moved(20, 5), 0.3, i));
        add("dissolve between fixed cameras", false, noise, i -> {
            float share = (float) Math.max(0, Math.min(1, (i - 40) / 20.0));
            float[] from = dancing(one, 0.3, i).frame();
            float[] to = dancing(other, 0.3, i).frame();
            for (int at = 0; at < from.length; at++) {
                from[at] = from[at] * (1 - share) + to[at] * share;
            }
            return from;
        });
    }

    /** A figure of this width that moves about its place, as in a dance. */
    private static View dancing(View view, double width, int i) {
        return view.figure(width, 0.5 + 0.12 * Math.sin(i / 6.0) + 0.05 * Math.sin(i / 2.3));
    }

    /** As a hand moves a camera: two slow waves each way, that do not repeat. */
    private static View swayed(View view, double pixels, double[] phases, int i) {
        double seconds = i / TICKS_PER_SECOND;
        double across = wave(seconds, SWAY, phases[0]) + 0.5 * wave(seconds, 2.7 * SWAY, phases[1]);
        double down = wave(seconds, 0.8 * SWAY, phases[2]) + 0.5 * wave(seconds, 3.1 * SWAY, phases[3]);
        return view.moved(pixels * across, pixels * down);
    }

    private static double wave(double seconds, double perSecond, double phase) {
        return Math.sin(2 * Math.PI * seconds * perSecond + phase);
    }

    private void moving(String category, IntFunction<View> views) {
        add(category, true, noise, i -> views.apply(i).frame());
    }

    private void fixed(String category, IntFunction<View> views) {
        add(category, false, noise, i -> views.apply(i).frame());
    }

    private void add(String category, boolean moves, double grain, IntFunction<float[]> frames) {
        clips.add(new Clip(category, moves, grain, frame -> frames.apply(TICKS * frame)));
    }
}
