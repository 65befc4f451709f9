package io.mediapreflight.rule;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.spec.RuleId;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.spec.Span;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The values around a bound, each with the findings that are due. */
final class BoundRows {
    static final List<String> PASS = List.of();

    private BoundRows() {}

    /** Bytes around both readings of a size. */
    static Stream<Arguments> sizes(SizeLimit size, RuleId rule) {
        List<String> warn = List.of(rule.id() + "=warn");
        List<String> fail = List.of(rule.id() + "=fail");
        return Stream.of(
                arguments(size.strictBytes() - 1, PASS),
                arguments(size.strictBytes(), PASS),
                arguments(size.strictBytes() + 1, warn),
                arguments(size.generousBytes() - 1, warn),
                arguments(size.generousBytes(), warn),
                arguments(size.generousBytes() + 1, fail));
    }

    /** Pixels around both ends of a span: a side, one that is accepted beside it, and the findings. */
    static Stream<Arguments> sides(Span side, RuleId rule) {
        List<String> fail = List.of(rule.id() + "=fail");
        return Stream.of(side.min(), side.max())
                .flatMap(bound -> LongStream.rangeClosed(bound - 1, bound + 1)
                        .mapToObj(
                                each -> arguments(each, bound, each < side.min() || each > side.max() ? fail : PASS)));
    }
}
