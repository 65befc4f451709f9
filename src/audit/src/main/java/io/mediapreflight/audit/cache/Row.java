package io.mediapreflight.audit.cache;

import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.codec.ProbedCodec;
import io.mediapreflight.source.SurrogateEscape;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row to be written. It is made where a file was probed, so that the one writer has nothing to do but write. */
final class Row {
    private final FileKey key;
    private final byte[] facts;
    private final List<Optional<?>> columns = new ArrayList<>();

    private Row(FileKey key, byte[] facts, Probed probed, Instant probedAt) {
        this.key = key;
        this.facts = facts;
        Optional<MediaFacts> media = probed.facts();
        Optional<ImageFacts> image = only(media, ImageFacts.class);
        Optional<VideoFacts> video = only(media, VideoFacts.class);
        add(Optional.of(probedAt.truncatedTo(ChronoUnit.SECONDS).toString()));
        add(probed.format().map(Format::id));
        add(Optional.of(probed.kind().id()));
        addSizes(image, video);
        addTurn(image, video);
        add(seconds(video, VideoFacts.Durations::container));
        add(seconds(video, VideoFacts.Durations::videoTrack));
        add(video.map(VideoFacts::codec).map(SurrogateEscape::toUnicode));
        add(video.map(each -> number(each.tracks().audio())));
        add(video.map(each -> number(each.fragmented())));
        add(probed.completeness().flatMap(Row::whole));
        add(malformations(probed));
    }

    /** Empty for facts that are too long to keep. */
    static Optional<Row> of(FileKey key, Probed probed, Instant probedAt) {
        return ProbedCodec.encode(probed).map(facts -> new Row(key, facts, probed, probedAt));
    }

    /** Sets every parameter of {@link Schema#INSERT}. */
    void bind(PreparedStatement statement) throws SQLException {
        key.bind(statement);
        int at = FileKey.COLUMNS + 1;
        statement.setInt(at++, Probed.VERSION);
        statement.setBytes(at++, facts);
        for (Optional<?> column : columns) {
            if (column.isPresent()) {
                statement.setObject(at++, column.get());
            } else {
                statement.setNull(at++, Types.NULL);
            }
        }
    }

    private void add(Optional<?> column) {
        columns.add(column);
    }

    private void addSizes(Optional<ImageFacts> image, Optional<VideoFacts> video) {
        Optional<PictureSize> coded = image.map(each -> PictureSize.of(each.width(), each.height()))
                .or(() -> video.flatMap(VideoFacts::size));
        Optional<PictureSize> shown = image.isPresent() ? coded : video.flatMap(VideoFacts::displaySize);
        add(coded.map(size -> size.width().rounded()));
        add(coded.map(size -> size.height().rounded()));
        add(shown.map(size -> size.width().rounded()));
        add(shown.map(size -> size.height().rounded()));
    }

    private void addTurn(Optional<ImageFacts> image, Optional<VideoFacts> video) {
        Optional<ExifOrientation> exif = image.flatMap(ImageFacts::orientation);
        Optional<Integer> matrix =
                video.map(VideoFacts::rotation).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
        add(exif.map(ExifOrientation::rotation).or(() -> matrix));
        add(exif.map(ExifOrientation::tag));
        add(exif.map(ExifOrientation::mirrored)
                .or(() -> video.map(VideoFacts::mirrored))
                .map(Row::number));
    }

    private static Optional<Double> seconds(
            Optional<VideoFacts> video, Function<VideoFacts.Durations, Optional<Fraction>> reading) {
        return video.map(VideoFacts::durations)
                .flatMap(reading)
                .map(seconds -> seconds.toDecimal().doubleValue());
    }

    private static Optional<Integer> whole(Completeness completeness) {
        return completeness instanceof Completeness.Undecided
                ? Optional.empty()
                : Optional.of(number(completeness instanceof Completeness.Whole));
    }

    /** What a person would call wrong with the file, so where it is cut off, too. */
    private static Optional<String> malformations(Probed probed) {
        List<Malformed> all = new ArrayList<>(probed.defects());
        probed.completeness().ifPresent(completeness -> {
            if (completeness instanceof Completeness.CutOff cut) {
                all.add(cut.where());
            }
        });
        String lines = all.stream().map(Malformed::toString).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(SurrogateEscape.toUnicode(lines));
    }

    private static int number(boolean flag) {
        return flag ? 1 : 0;
    }

    private static <T> Optional<T> only(Optional<MediaFacts> facts, Class<T> type) {
        return facts.filter(type::isInstance).map(type::cast);
    }
}
