package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JournalExceptionTest {
    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/a/journal"), "permission denied for /a/journal"),
                Arguments.of(new NoSuchFileException("/a/journal"), "there is no /a/journal"),
                Arguments.of(
                        new FileSystemException("/a/journal", null, "No space left on device"),
                        "No space left on device"),
                Arguments.of(new IOException("the server is gone"), "the server is gone"),
                Arguments.of(new IOException(), "the cause is unknown"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void says_why_in_one_sentence_and_that_nothing_was_sent(IOException cause, String why) {
        assertThat(JournalException.before(cause))
                .hasMessage("Cannot write the journal: " + why + ". Nothing was sent.");
    }
}
