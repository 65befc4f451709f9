package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The made videos: with cuts of every kind, and with everything that is easily taken for a cut. All follow from a seed. */
final class MadeClips {
    private static final int RATE = 25;
    private static final int LENGTH = 100;
    private static final Set<Integer> THREE = Set.of(25, 48, 75);

    private final List<MadeClip> clips = new ArrayList<>();
    private final SplittableRandom random;
    private final boolean built;
    private final long seed;
    private final double noise;

    private MadeClips(long seed, boolean built, double noise) {
        this.seed = seed;
        this.built = built;
        this.noise = noise;
        random = new SplittableRandom(seed);
    }

    /** One clip of each category. */
    static List<MadeClip> of(long seed, boolean built, double noise) {
        MadeClips made = new MadeClips(seed, built, noise);
        made.withCuts();
        made.withCutsInTime();
        made.flashes();
        made.light();
        made.cameras();
        made.figures();
        made.timing();
        made.unmoving();
        return List.copyOf(made.clips);
    }

    private World world() {
        return built ? World.built(random.nextLong()) : World.natural(random.nextLong());
    }

    private void withCuts() {
        List<View> views = List.of(
                View.of(world()),
                View.of(world()).lit(90, 30),
                View.of(world()).lit(150, 60),
                View.of(world()).lit(60, 25));
        add("cut", THREE, i -> walked(views.get(shot(THREE, i)), i).frame());
        List<View> alike = List.of(View.of(world()), View.of(world()), View.of(world()), View.of(world()));
        add(
                "cut, same brightness",
                THREE,
                i -> walked(alike.get(shot(THREE, i)), i).frame());
        add(
                "cut, in the dark",
                THREE,
                i -> walked(alike.get(shot(THREE, i)), i).lit(26, 9).frame());
        add(
                "cut, panning",
                THREE,
                i -> alike.get(shot(THREE, i)).moved(4 * i, i).frame());
        add(
                "cut, handheld",
                THREE,
                i -> shaken(walked(alike.get(shot(THREE, i)), i), 3, i).frame());
        View room = View.of(world());
        add(
                "cut, other corner of one room",
                THREE,
                i -> walked(room.moved(130 * shot(THREE, i), 70 * shot(THREE, i)), i)
                        .frame());
        add("cut, jump: figure and framing", THREE, i -> {
            int shot = shot(THREE, i);
            return walked(room, i)
                    .moved(12 * shot, 0)
                    .zoomed(1 - 0.1 * shot)
                    .figure(0.35, 0.3 + 0.15 * shot)
                    .frame();
        });
        add(
                "cut, punched in",
                THREE,
                i -> walked(room, i).zoomed(shot(THREE, i) % 2 == 0 ? 1 : 0.6).frame());
        Set<Integer> quick = Set.of(12, 24, 36, 48, 60, 72, 84);
        List<View> many = IntStream.range(0, 8).mapToObj(i -> View.of(world())).toList();
        add(
                "cut, twice a second",
                quick,
                i -> walked(many.get(shot(quick, i)), i).frame());
    }

    private void withCutsInTime() {
        List<View> views = List.of(View.of(world()), View.of(world()).lit(100, 40), View.of(world()), View.of(world()));
        IntFunction<float[]> video = i -> walked(views.get(shot(THREE, i)), i)
                .figure(0.3, 0.3 + 0.004 * i)
                .frame();
        clip("cut, 10 a second", 10, 4 * noise / 3, THREE, video, Set.of());
        clip(
                "cut, 240 a second",
                240,
                noise,
                Set.of(150, 300),
                400,
                i -> walked(views.get(shot(Set.of(150, 300), i)), i / 8.0).frame(),
                Set.of());
        clip("cut, every frame twice", 50, noise, Set.of(50, 96, 150), 200, i -> video.apply(i / 2), Set.of());
        add("cut, grainy", 9, THREE, video);
        add("cut, through a black frame", THREE, i -> THREE.contains(i) ? black() : video.apply(i));
        add("cut, through a white frame", THREE, i -> THREE.contains(i) ? plain(245) : video.apply(i));
        add(
                "cut, blended over a frame",
                THREE,
                i -> THREE.contains(i) ? mixed(video, i - 1, i + 1, 0.5) : video.apply(i));
        clip("cut, uneven times", 0, noise, THREE, video, Set.of());
    }

    private void flashes() {
        View view = View.of(world()).figure(0.3, 0.5);
        IntFunction<float[]> video =
                i -> walked(view, i).figure(0.3, 0.3 + 0.004 * i).frame();
        add("flash, white", Set.of(), i -> i % 30 == 20 ? plain(250) : video.apply(i));
        add(
                "flash, three frames",
                Set.of(),
                i -> i % 40 / 3 == 7 ? walked(view, i).lit(245, 20).frame() : video.apply(i));
        add("flash, half the frame", Set.of(), i -> i % 30 == 20 ? mixed(video, i, i, 1, 100) : video.apply(i));
        add("black frame", Set.of(), i -> i % 30 == 20 ? black() : video.apply(i));
        add("black, three frames", Set.of(), i -> i % 40 / 3 == 7 ? black() : video.apply(i));
        View other = View.of(world());
        add("foreign frame", Set.of(), i -> i % 30 == 20 ? other.frame() : video.apply(i));
        clip(
                "strobe",
                RATE,
                noise,
                Set.of(),
                i -> i / 2 % 2 == 0 ? plain(250) : video.apply(i),
                Set.of(AdviceId.VIDEO_MOTION_HIGH));
    }

    private void light() {
        View view = View.of(world());
        View other = View.of(world());
        IntFunction<float[]> video = i -> walked(view, i).frame();
        clip(
                "fade from and to black",
                RATE,
                noise,
                Set.of(),
                i -> {
                    double light = Math.max(0, Math.min(1, Math.min((i - 10) / 20.0, (90 - i) / 20.0)));
                    return walked(view, i).lit(120 * light, 45 * light).frame();
                },
                Set.of(AdviceId.VIDEO_BLACK));
        clip(
                "fast fade from and to black",
                RATE,
                noise,
                Set.of(),
                i -> {
                    double light = Math.max(0, Math.min(1, Math.min((i - 10) / 5.0, (90 - i) / 5.0)));
                    return walked(view, i).lit(120 * light, 45 * light).frame();
                },
                Set.of(AdviceId.VIDEO_BLACK));
        clip(
                "black between",
                RATE,
                noise,
                Set.of(),
                i -> i >= 40 && i < 60 ? black() : video.apply(i),
                Set.of(AdviceId.VIDEO_BLACK, AdviceId.VIDEO_SHOT));
        add("dissolve", Set.of(), i -> mixed(video.apply(i), walked(other, i).frame(), (i - 40) / 20.0));
        add(
                "light switched",
                Set.of(),
                i -> walked(view, i).lit(i < 50 ? 120 : 60, i < 50 ? 45 : 24).frame());
        add(
                "light drifting",
                Set.of(),
                i -> walked(view, i).lit(120 + 50 * Math.sin(i / 5.0), 45).frame());
    }

    private void cameras() {
        View view = View.of(world());
        clip(
                "pan, a length a second",
                RATE,
                noise,
                Set.of(),
                i -> view.moved(9 * i, 0).frame(),
                Set.of(AdviceId.VIDEO_MOTION_HIGH));
        clip(
                "pan, four lengths a second",
                RATE,
                noise,
                Set.of(),
                i -> view.moved(30 * i, 0).frame(),
                Set.of(AdviceId.VIDEO_MOTION_HIGH));
        add("pan, slow", Set.of(), i -> view.moved(2 * i, 0.5 * i).frame());
        add(
                "whip pan",
                Set.of(),
                i -> walked(view, i)
                        .moved(35 * Math.max(0, Math.min(6, i - 50)), 0)
                        .frame());
        add("zoom", Set.of(), i -> view.zoomed(Math.pow(1.01, -i)).frame());
        add(
                "zoom, fast",
                Set.of(),
                i -> walked(view, i)
                        .zoomed(Math.pow(1.08, -Math.max(0, Math.min(15, i - 40))))
                        .frame());
        add("handheld", Set.of(), i -> shaken(walked(view, i), 3, i).frame());
        clip(
                "violent shake",
                RATE,
                noise,
                Set.of(),
                i -> shaken(walked(view, i), 22, i).frame(),
                Set.of(AdviceId.VIDEO_MOTION_HIGH));
    }

    private void figures() {
        View view = View.of(world());
        add(
                "figure",
                Set.of(),
                i -> view.figure(0.3, 0.5 + 0.15 * Math.sin(i / 6.0)).frame());
        clip(
                "figure, fast",
                RATE,
                noise,
                Set.of(),
                i -> view.figure(0.35, 0.5 + 0.4 * Math.sin(i / 2.0)).frame(),
                Set.of(AdviceId.VIDEO_MOTION_HIGH));
        add(
                "figure fills the frame",
                Set.of(),
                i -> view.figure(1.6, -0.8 + 0.03 * i).frame());
        add(
                "figure bursts in",
                Set.of(),
                i -> view.figure(i < 50 ? 0 : 0.9, Math.min(0.5, -0.5 + 0.2 * (i - 50)))
                        .moved(0, i)
                        .frame());
        add(
                "grainy",
                12,
                Set.of(),
                i -> view.figure(0.3, 0.5 + 0.15 * Math.sin(i / 6.0)).frame());
        add(
                "combed",
                Set.of(),
                i -> combed(
                        view.moved(4 * i, 0).frame(), view.moved(4 * i + 2, 0).frame()));
    }

    private void timing() {
        View view = View.of(world());
        IntFunction<float[]> video = i ->
                walked(view.moved(3 * i, 0), i).figure(0.3, 0.3 + 0.004 * i).frame();
        clip("every frame twice", 60, noise, Set.of(), 240, i -> video.apply(i / 2), Set.of());
        clip("2:3 pulldown", 60, noise, Set.of(), 240, i -> video.apply(i * 2 / 5), Set.of());
        clip("10 a second", 10, noise, Set.of(), i -> video.apply(2 * i), Set.of());
        clip("uneven times", 0, noise, Set.of(), video, Set.of());
        clip(
                "240 a second",
                240,
                noise,
                Set.of(),
                480,
                i -> walked(view.moved(i / 4.0, 0), i / 8.0).frame(),
                Set.of());
    }

    private void unmoving() {
        View view = View.of(world());
        float[] still = view.frame();
        clip("one still frame", RATE, 1, Set.of(), i -> still, Set.of(AdviceId.VIDEO_STILL, AdviceId.VIDEO_SHOT));
        clip(
                "stops for 2 s",
                RATE,
                1,
                Set.of(),
                i -> walked(view, i < 30 ? i : Math.max(30, i - 50)).frame(),
                Set.of(AdviceId.VIDEO_FROZEN, AdviceId.VIDEO_SHOT));
        clip(
                "hardly moves",
                RATE,
                1,
                Set.of(),
                i -> view.lit(120, 2.5)
                        .figure(0.04, 0.5 + 0.1 * Math.sin(i / 6.0))
                        .frame(),
                Set.of());
    }

    /** A camera that is not quite still. */
    private static View walked(View view, double i) {
        return view.moved(i * 0.7, 2 * Math.sin(i / 9));
    }

    private View shaken(View view, double width, int i) {
        SplittableRandom here = new SplittableRandom(seed * 1_000 + i);
        return view.moved(here.nextDouble(-width, width), here.nextDouble(-width, width));
    }

    private static int shot(Set<Integer> cuts, int frame) {
        return (int) cuts.stream().filter(cut -> cut <= frame).count();
    }

    private static float[] black() {
        return plain(2);
    }

    private static float[] plain(float luma) {
        float[] frame = new float[View.WIDTH * View.HEIGHT];
        Arrays.fill(frame, luma);
        return frame;
    }

    private static float[] mixed(IntFunction<float[]> video, int one, int other, double share) {
        return mixed(video.apply(one), video.apply(other), share);
    }

    private static float[] mixed(IntFunction<float[]> video, int one, int other, double share, float brighter) {
        float[] frame = mixed(video, one, other, share);
        for (int i = 0; i < frame.length / 2; i++) {
            frame[i] += brighter;
        }
        return frame;
    }

    private static float[] mixed(float[] one, float[] other, double share) {
        float part = (float) Math.max(0, Math.min(1, share));
        float[] frame = new float[one.length];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = one[i] * (1 - part) + other[i] * part;
        }
        return frame;
    }

    private static float[] combed(float[] upper, float[] lower) {
        for (int i = 0; i < upper.length; i++) {
            upper[i] = i / View.WIDTH % 2 == 0 ? upper[i] : lower[i];
        }
        return upper;
    }

    private void add(String category, Set<Integer> cuts, IntFunction<float[]> video) {
        add(category, noise, cuts, video);
    }

    private void add(String category, double grain, Set<Integer> cuts, IntFunction<float[]> video) {
        clip(category, RATE, grain, cuts, video, Set.of());
    }

    private void clip(
            String category,
            int rate,
            double grain,
            Set<Integer> cuts,
            IntFunction<float[]> video,
            Set<AdviceId> said) {
        clip(category, rate, grain, cuts, LENGTH, video, said);
    }

    /** Times that are uneven for a rate of 0. */
    private void clip(
            String category,
            int rate,
            double grain,
            Set<Integer> cuts,
            int length,
            IntFunction<float[]> video,
            Set<AdviceId> said) {
        List<Fraction> times = new ArrayList<>();
        long thousandths = 0;
        for (int i = 0; i <= length; i++) {
            times.add(rate == 0 ? new Fraction(thousandths, 1_000) : new Fraction(i, rate));
            thousandths += random.nextInt(15, 90);
        }
        Fraction end = times.remove(length);
        List<Integer> sorted = cuts.stream().sorted().toList();
        Set<AdviceId> expected = EnumSet.noneOf(AdviceId.class);
        expected.addAll(said);
        if (!cuts.isEmpty() && longestShot(times, end, sorted) <= 3) {
            expected.add(AdviceId.VIDEO_SHOT);
        }
        clips.add(new MadeClip(category, seed, times, end, grain, video, sorted, expected));
    }

    private static double longestShot(List<Fraction> times, Fraction end, List<Integer> cuts) {
        double since = 0;
        double longest = 0;
        for (int cut : cuts) {
            double at = times.get(cut).toDecimal().doubleValue();
            longest = Math.max(longest, at - since);
            since = at;
        }
        return Math.max(longest, end.toDecimal().doubleValue() - since);
    }
}
