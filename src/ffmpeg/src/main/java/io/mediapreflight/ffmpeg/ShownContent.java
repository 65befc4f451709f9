package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.content.FilmContent;
import io.mediapreflight.ffmpeg.content.ImageContent;
import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.util.List;

/** Looks at what the pictures show by what the service recommends. */
final class ShownContent implements ContentAnalysis {
    private final Limits limits;

    ShownContent(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Film film() {
        FilmContent shown = new FilmContent(limits);
        return new Film() {
            @Override
            public void add(LumaFrame picture) {
                shown.add(picture);
            }

            @Override
            public List<Advice> advice(Fraction duration) {
                return shown.advice(duration);
            }
        };
    }

    @Override
    public List<Advice> image(LumaFrame picture) {
        return ImageContent.advice(picture);
    }
}
