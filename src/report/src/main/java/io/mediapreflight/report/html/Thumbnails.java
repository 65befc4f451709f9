package io.mediapreflight.report.html;

import io.mediapreflight.MediaVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The small images of a page: bounded in number and in bytes, the worst files first. */
final class Thumbnails {
    /** More are not looked at, and each costs the time to decode a frame. */
    static final int MAX = 500;

    /** What all may take of a page, which has them in Base64. */
    static final int MAX_CHARACTERS = 5_000_000;

    private static final int AT_ONCE = 20;

    private final Optional<Thumbnailer> thumbnailer;

    Thumbnails(Optional<Thumbnailer> thumbnailer) {
        this.thumbnailer = thumbnailer;
    }

    /** One for each row, as far as there are some. A request has that of the first of its media that has one. */
    List<Optional<byte[]>> of(List<Row> rows) {
        List<Optional<byte[]>> images = new ArrayList<>();
        if (thumbnailer.isEmpty()) {
            return images;
        }
        int tried = 0;
        long characters = 0;
        for (int from = 0; from < rows.size() && tried < MAX && characters < MAX_CHARACTERS; from += AT_ONCE) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            List<MediaVerdict> media = new ArrayList<>();
            some.forEach(row -> media.addAll(row.media()));
            List<Optional<byte[]>> made = thumbnailer.get().of(media);
            tried += media.size();
            int next = 0;
            for (Row row : some) {
                Optional<byte[]> first =
                        first(made.subList(next, next + row.media().size()));
                next += row.media().size();
                characters += first.map(Thumbnails::characters).orElse(0);
                images.add(first.filter(fits(characters)));
            }
        }
        return images;
    }

    private static Predicate<byte[]> fits(long characters) {
        return image -> characters <= MAX_CHARACTERS;
    }

    private static Optional<byte[]> first(List<Optional<byte[]>> images) {
        return images.stream().flatMap(Optional::stream).findFirst();
    }

    /** In Base64. */
    private static int characters(byte[] image) {
        return (image.length + 2) / 3 * 4;
    }
}
