package io.mediapreflight.ffmpeg.content;

import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a video stands still: every frame is compared with the first of its stretch, not with the last one, so
 * that slow motion adds up and is seen. A slight change between two stretches, as where an encoder refreshes the image, joins
 * them.
 */
final class Stillness {
    private final List<Stretch> found = new ArrayList<>();
    private Optional<Thumb> reference = Optional.empty();
    private Fraction since = Fraction.of(0);
    private int alike;
    private boolean others;
    private boolean joins;

    void add(Fraction at, Thumb frame) {
        if (reference.isPresent() && isWithin(ContentThresholds.FROZEN_LUMA, reference.get(), frame)) {
            alike++;
            return;
        }
        if (reference.isPresent()) {
            others = true;
            end(at);
            joins = isWithin(ContentThresholds.REFRESH_LUMA, reference.get(), frame);
        }
        since = at;
        alike = 1;
        reference = Optional.of(frame);
    }

    /** The stretches of a video that ends then; to be called once. */
    List<Stretch> until(Fraction end) {
        end(end);
        return List.copyOf(found);
    }

    private void end(Fraction at) {
        Stretch stretch = new Stretch(since, at);
        Fraction least = alike == 1 && others ? ContentThresholds.HELD_SECONDS : ContentThresholds.FROZEN_SECONDS;
        if (!stretch.lasts(least)) {
            return;
        }
        int last = found.size() - 1;
        if (joins && last >= 0 && found.get(last).to().equals(since)) {
            found.set(last, new Stretch(found.get(last).from(), at));
        } else {
            found.add(stretch);
        }
    }

    private static boolean isWithin(int steps, Thumb one, Thumb other) {
        int[] a = one.luma();
        int[] b = other.luma();
        int changed = 0;
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > steps * Thumb.LUMA_UNIT) {
                changed++;
            }
        }
        return changed <= a.length * ContentThresholds.FROZEN_SHARE;
    }
}
