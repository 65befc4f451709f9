package io.mediapreflight.ffmpeg;

import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.ffmpeg.content.Pictures;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Fraction;
import java.util.List;

/** Looks at what the pictures show. */
public interface ContentAnalysis {
    /** Looks at nothing. */
    ContentAnalysis NONE = new ContentAnalysis() {
        @Override
        public Film film() {
            return new Film() {
                @Override
                public void add(LumaFrame picture) {}

                @Override
                public List<Advice> advice(Fraction duration) {
                    return List.of();
                }
            };
        }

        @Override
        public List<Advice> image(LumaFrame picture) {
            return List.of();
        }
    };

    /** A new film, whose pictures are to come. */
    Film film();

    /** What there is to say of an image. */
    List<Advice> image(LumaFrame picture);

    /** One film. */
    interface Film extends Pictures {
        /**
         * What there is to say, once all pictures were added.
         *
         * @param duration how long the film lasts, in seconds
         */
        List<Advice> advice(Fraction duration);
    }
}
