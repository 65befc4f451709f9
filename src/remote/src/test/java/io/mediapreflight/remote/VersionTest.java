package io.mediapreflight.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two responses are of one state of a file. */
class VersionTest {
    private static Version version(@Nullable String tag, @Nullable String date) {
        return new Version(Optional.ofNullable(tag), Optional.ofNullable(date));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\"', Mon, '\"a\"', Mon, false",
        "'\"a\"', Mon, '\"b\"', Mon, true",
        "'\"a\"', Mon, '\"a\"', Tue, false",
        "'W/\"a\"', Mon, 'W/\"a\"', Tue, true",
        "'W/\"a\"', Mon, '\"a\"', Mon, false",
        ", Mon, , Tue, true",
        ", Mon, , Mon, false",
        "'\"a\"', Mon, , Tue, true",
        "'\"a\"', , , Tue, false",
        ", , '\"a\"', Mon, false"
    })
    void differ_by_their_tag_or_else_by_their_date(
            @Nullable String tag,
            @Nullable String date,
            @Nullable String laterTag,
            @Nullable String laterDate,
            boolean differ) {
        assertThat(version(tag, date).contradicts(version(laterTag, laterDate))).isEqualTo(differ);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"a\"', Mon, , , true",
        "'\"a\"', , , Mon, true",
        ", Mon, '\"a\"', , true",
        "'\"a\"', Mon, , Mon, false",
        "'\"a\"', Mon, '\"b\"', , false",
        ", , , , false"
    })
    void cannot_be_compared_where_the_later_one_has_nothing_in_common(
            @Nullable String tag,
            @Nullable String date,
            @Nullable String laterTag,
            @Nullable String laterDate,
            boolean forgotten) {
        assertThat(version(tag, date).isForgottenBy(version(laterTag, laterDate)))
                .isEqualTo(forgotten);
    }
}
