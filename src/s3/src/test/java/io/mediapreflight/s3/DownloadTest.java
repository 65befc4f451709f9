package io.mediapreflight.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.fixture.store.ScriptedStore;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A download whose response announces no length ends where the connection does, wherever that is. */
class DownloadTest {
    private static final int SIZE = 1000;

    /** A store whose object is known from a range of it, and then sent in another length. */
    private static ScriptedStore store(int sent, String... tag) throws Exception {
        return new ScriptedStore((request, out) -> {
            if (request.contains("Range: ")) {
                String[] header = Arrays.copyOf(tag, tag.length + 2);
                header[tag.length] = "Content-Range: bytes 0-" + (SIZE - 1) + "/" + SIZE;
                header[tag.length + 1] = "Content-Length: " + SIZE;
                out.write(ScriptedStore.head("206 Partial Content", header));
                out.write(new byte[SIZE]);
            } else {
                out.write(ScriptedStore.head("200 OK", tag));
                out.write(new byte[sent]);
            }
        });
    }

    private static void assertRefused(ScriptedStore server, String why) throws Exception {
        try (S3Store store = S3Store.open(S3Access.standard().at(server.endpoint()));
                S3Source source = store.source(S3Location.parse("s3://media/a.png"))) {
            assertThatThrownBy(source::toFile)
                    .isInstanceOfSatisfying(
                            UnreachableException.class,
                            e -> assertThat(e.why().key()).isEqualTo(why));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, s3:short", "500, s3:short", "999, s3:short", "1001, s3:other-range"})
    void a_download_of_another_length_than_the_object_is_not_taken_for_it(int sent, String why) throws Exception {
        try (ScriptedStore server = store(sent, "ETag: \"t\"")) {
            assertRefused(server, why);
        }
    }

    @Test
    void an_object_without_a_tag_is_not_downloaded() throws Exception {
        try (ScriptedStore server = store(SIZE)) {
            assertRefused(server, "s3:no-tag");
        }
    }
}
