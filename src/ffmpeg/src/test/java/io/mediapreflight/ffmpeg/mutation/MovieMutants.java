package io.mediapreflight.ffmpeg.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mutants of an MP4 or QuickTime file: every number in its movie boxes by itself, and pairs of those that say how much there is. */
final class MovieMutants {
    private static final int SEED = 12;

    private MovieMutants() {}

    static Stream<Mutant> of(byte[] file, int pairs) {
        List<Field> fields = MovieFields.of(file);
        Stream<Mutant> singles = fields.stream()
                .flatMap(field -> field.otherValues(file).stream().map(value -> field.with(file, value)));
        return Stream.concat(
                singles,
                pairs(file, fields.stream().filter(MovieMutants::saysHowMuch).toList(), pairs));
    }

    /** Sizes, versions and flags, and the counts and first entries behind them. */
    private static boolean saysHowMuch(Field field) {
        int offset = Integer.parseInt(field.where().substring(field.where().lastIndexOf('+') + 1));
        return offset != 4 && offset <= 24;
    }

    private static Stream<Mutant> pairs(byte[] file, List<Field> fields, int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> {
            Field one = fields.get(random.nextInt(fields.size()));
            Field other = fields.get(random.nextInt(fields.size()));
            Mutant first = any(one, file, random);
            Mutant second = any(other, first.bytes(), random);
            return new Mutant(
                    one.where() + " and " + other.where(), first.change() + " and " + second.change(), second.bytes());
        });
    }

    private static Mutant any(Field field, byte[] file, Random random) {
        List<Long> values = new ArrayList<>(field.otherValues(file));
        return field.with(file, values.get(random.nextInt(values.size())));
    }
}
