package io.mediapreflight.probe.codec;

import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The types that facts have. Each is a class and not a pair of lambdas, since a check of one file waits for a lambda several
 * times as long as for a class.
 */
public final class FactTypes {
    public static final FactType<String> TEXT = new Text();

    public static final FactType<Long> NUMBER = new Whole();

    /** A number from 0 to the largest {@code int}. */
    public static final FactType<Integer> COUNT = new Count();

    public static final FactType<Boolean> FLAG = new Flag();

    /** An exact number that need not be whole. */
    public static final FactType<Fraction> FRACTION = new Exact();

    /** Degrees, where they are known. */
    public static final FactType<OptionalInt> DEGREES = new Degrees();

    /** By the value of its tag; 0 where there is none. */
    public static final FactType<Optional<ExifOrientation>> EXIF_ORIENTATION = new Orientation();

    public static final FactType<Format> FORMAT = new Constant<>(new EnumIds<>(Format.class, Format::id));

    public static final PackedType<PixelSize> SIZE = new Size();

    private FactTypes() {}

    /**
     * The constants of an enum.
     *
     * @param ids by which they are encoded and reported
     */
    public static <E extends Enum<E>> FactType<E> of(EnumIds<E> ids) {
        return new Constant<>(ids);
    }

    /** Any characters. */
    private record Text() implements FactType<String> {
        @Override
        public Column column() {
            return Column.TEXT;
        }

        @Override
        public void write(PackedOutput out, String value) {
            out.text(value);
        }

        @Override
        public String read(PackedInput in) throws CorruptEncodingException {
            return in.text();
        }

        @Override
        public void report(FactSink sink, String key, String value) {
            sink.put(key, value);
        }
    }

    /** Any {@code long}. */
    private record Whole() implements FactType<Long> {
        @Override
        public Column column() {
            return Column.INTEGER;
        }

        @Override
        public void write(PackedOutput out, Long value) {
            out.number(value);
        }

        @Override
        public Long read(PackedInput in) throws CorruptEncodingException {
            return in.number();
        }

        @Override
        public void report(FactSink sink, String key, Long value) {
            sink.put(key, value);
        }
    }

    /** A number of things. */
    private record Count() implements FactType<Integer> {
        @Override
        public Column column() {
            return Column.INTEGER;
        }

        @Override
        public void write(PackedOutput out, Integer value) {
            out.number(value);
        }

        @Override
        public Integer read(PackedInput in) throws CorruptEncodingException {
            return in.integer(0);
        }

        @Override
        public void report(FactSink sink, String key, Integer value) {
            sink.put(key, value);
        }
    }

    /** Yes or no. */
    private record Flag() implements FactType<Boolean> {
        @Override
        public Column column() {
            return Column.FLAG;
        }

        @Override
        public void write(PackedOutput out, Boolean value) {
            out.flag(value);
        }

        @Override
        public Boolean read(PackedInput in) throws CorruptEncodingException {
            return in.flag();
        }

        @Override
        public void report(FactSink sink, String key, Boolean value) {
            sink.put(key, value);
        }
    }

    /** A numerator and a denominator. */
    private record Exact() implements FactType<Fraction> {
        @Override
        public Column column() {
            return Column.REAL;
        }

        @Override
        public void write(PackedOutput out, Fraction value) {
            out.number(value.numerator());
            out.number(value.denominator());
        }

        @Override
        public Fraction read(PackedInput in) throws CorruptEncodingException {
            return new Fraction(in.number(), in.number());
        }

        @Override
        public void report(FactSink sink, String key, Fraction value) {
            sink.put(key, value);
        }
    }

    /** A whole number that may not be known. */
    private record Degrees() implements FactType<OptionalInt> {
        @Override
        public Column column() {
            return Column.INTEGER;
        }

        @Override
        public void write(PackedOutput out, OptionalInt value) {
            out.flag(value.isPresent());
            if (value.isPresent()) {
                out.number(value.getAsInt());
            }
        }

        @Override
        public OptionalInt read(PackedInput in) throws CorruptEncodingException {
            return in.flag() ? OptionalInt.of(in.integer(0)) : OptionalInt.empty();
        }

        @Override
        public void report(FactSink sink, String key, OptionalInt value) {
            if (value.isPresent()) {
                sink.put(key, value.getAsInt());
            }
        }
    }

    /** The value of a tag that may be absent. */
    private record Orientation() implements FactType<Optional<ExifOrientation>> {
        @Override
        public Column column() {
            return Column.INTEGER;
        }

        @Override
        public void write(PackedOutput out, Optional<ExifOrientation> value) {
            out.number(value.isPresent() ? value.get().tag() : 0);
        }

        @Override
        public Optional<ExifOrientation> read(PackedInput in) throws CorruptEncodingException {
            return ExifOrientation.ofTag(in.number(0, ExifOrientation.values().length));
        }

        @Override
        public void report(FactSink sink, String key, Optional<ExifOrientation> value) {
            if (value.isPresent()) {
                sink.put(key, value.get().tag());
            }
        }
    }

    /** A constant of an enum, by a name of its own, which outlives a new order of the constants. */
    private record Constant<E extends Enum<E>>(EnumIds<E> ids) implements FactType<E> {
        @Override
        public Column column() {
            return Column.TEXT;
        }

        @Override
        public void write(PackedOutput out, E value) {
            out.text(ids.of(value));
        }

        @Override
        public E read(PackedInput in) throws CorruptEncodingException {
            return ids.named(in.text());
        }

        @Override
        public void report(FactSink sink, String key, E value) {
            sink.put(key, ids.of(value));
        }
    }

    /** A width and a height. */
    private record Size() implements PackedType<PixelSize> {
        @Override
        public void write(PackedOutput out, PixelSize value) {
            FRACTION.write(out, value.width());
            FRACTION.write(out, value.height());
        }

        @Override
        public PixelSize read(PackedInput in) throws CorruptEncodingException {
            return new PixelSize(FRACTION.read(in), FRACTION.read(in));
        }
    }

    /** The width or the height of a size, in whole pixels. */
    public enum Side implements ReportedType<PixelSize> {
        WIDTH,
        HEIGHT;

        @Override
        public Column column() {
            return Column.INTEGER;
        }

        @Override
        public void report(FactSink sink, String key, PixelSize value) {
            sink.put(key, (this == WIDTH ? value.width() : value.height()).rounded());
        }
    }
}
