package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.codec.ToldType.Column;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The type of a fact: how it is encoded exactly, and how it is reported.
 *
 * @param packed for caches and workers
 * @param told for reports and columns
 */
public record FactType<T>(PackedType<T> packed, ToldType<T> told) {
    public static final FactType<String> TEXT = new FactType<>(
            new PackedType<>(PackedOutput::text, PackedInput::text), new ToldType<>(Column.TEXT, FactSink::put));

    public static final FactType<Long> NUMBER = new FactType<>(
            new PackedType<>(PackedOutput::number, PackedInput::number), new ToldType<>(Column.INTEGER, FactSink::put));

    /** A number from 0 to the largest {@code int}. */
    public static final FactType<Integer> COUNT = new FactType<>(
            new PackedType<>((out, value) -> out.number(value), in -> in.integer(0)),
            new ToldType<>(Column.INTEGER, FactSink::put));

    public static final FactType<Boolean> FLAG = new FactType<>(
            new PackedType<>(PackedOutput::flag, PackedInput::flag), new ToldType<>(Column.INTEGER, FactSink::put));

    /** An exact number that need not be whole. */
    public static final FactType<Fraction> FRACTION = new FactType<>(
            new PackedType<>(
                    (out, value) -> {
                        out.number(value.numerator());
                        out.number(value.denominator());
                    },
                    in -> new Fraction(in.number(), in.number())),
            new ToldType<>(Column.REAL, FactSink::put));

    /** Degrees, where they are known. */
    public static final FactType<OptionalInt> DEGREES = new FactType<>(
            new PackedType<>(
                    (out, value) -> {
                        out.flag(value.isPresent());
                        value.ifPresent(out::number);
                    },
                    in -> in.flag() ? OptionalInt.of(in.integer(0)) : OptionalInt.empty()),
            new ToldType<>(Column.INTEGER, (sink, key, value) -> value.ifPresent(degrees -> sink.put(key, degrees))));

    /** By the value of its tag; 0 where there is none. */
    public static final FactType<Optional<ExifOrientation>> EXIF_ORIENTATION = new FactType<>(
            new PackedType<>(
                    (out, value) -> out.number(value.map(ExifOrientation::tag).orElse(0)),
                    in -> ExifOrientation.ofTag(in.number(0, ExifOrientation.values().length))),
            new ToldType<>(
                    Column.INTEGER,
                    (sink, key, value) -> value.ifPresent(orientation -> sink.put(key, orientation.tag()))));

    public static final FactType<Format> FORMAT = new FactType<>(
            PackedType.of(new EnumIds<>(Format.class, Format::id)),
            new ToldType<>(Column.TEXT, (sink, key, value) -> sink.put(key, value.id())));

    public static final PackedType<PictureSize> SIZE = new PackedType<>(
            (out, value) -> {
                FRACTION.packed().write(out, value.width());
                FRACTION.packed().write(out, value.height());
            },
            in -> new PictureSize(FRACTION.packed().read(in), FRACTION.packed().read(in)));

    /** The width of a size, in whole pixels. */
    public static final ToldType<PictureSize> WIDTH = new ToldType<>(
            Column.INTEGER, (sink, key, value) -> sink.put(key, value.width().rounded()));

    /** The height of a size, in whole pixels. */
    public static final ToldType<PictureSize> HEIGHT = new ToldType<>(
            Column.INTEGER, (sink, key, value) -> sink.put(key, value.height().rounded()));

    /**
     * The constants of an enum.
     *
     * @param ids by which they are encoded and reported
     */
    public static <E extends Enum<E>> FactType<E> of(EnumIds<E> ids) {
        return new FactType<>(
                PackedType.of(ids), new ToldType<>(Column.TEXT, (sink, key, value) -> sink.put(key, ids.of(value))));
    }

    /** What is not known takes a byte in the encoding, and is not reported. */
    public FactType<Optional<T>> optional() {
        return new FactType<>(packed.optional(), told.optional());
    }
}
