package io.mediapreflight.audit.list;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.audit.text.Endless;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileListTest {
    @Test
    void a_line_feed_ends_a_name_and_nothing_else_does() throws IOException {
        assertThat(names(FileList.lines(bytes("a.jpg\n b \r\n#c\n\"d\"\n"))))
                .containsExactly("a.jpg", " b \r", "#c", "\"d\"");
    }

    @Test
    void a_byte_0_ends_a_name_and_nothing_else_does() throws IOException {
        assertThat(names(FileList.nul(bytes("a\nb.jpg\0c\r\0")))).containsExactly("a\nb.jpg", "c\r");
    }

    @Test
    void the_last_name_may_lack_its_end() throws IOException {
        assertThat(names(FileList.lines(bytes("a\nb")))).containsExactly("a", "b");
        assertThat(names(FileList.nul(bytes("a\0b")))).containsExactly("a", "b");
    }

    @Test
    void empty_entries_are_passed_over() throws IOException {
        assertThat(names(FileList.lines(bytes("\n\na\n\n")))).containsExactly("a");
        assertThat(names(FileList.nul(bytes("\0\0a\0\0")))).containsExactly("a");
        assertThat(names(FileList.nul(bytes("")))).isEmpty();
    }

    @Test
    void the_bytes_of_a_name_survive() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            String name = name(random);
            List<String> names = names(FileList.lines(new ByteArrayInputStream((name + "\n").getBytes(ISO_8859_1))));
            assertThat(names).hasSize(1);
            assertThat(new String(SurrogateEscape.encode(names.get(0)), ISO_8859_1))
                    .isEqualTo(name);
        }
    }

    @Test
    void a_name_may_be_as_long_as_the_bound() throws IOException {
        String name = "x".repeat(FileList.MAX_NAME_BYTES);
        assertThat(names(FileList.nul(bytes(name + "\0a")))).containsExactly(name, "a");
    }

    @Test
    void a_name_one_byte_longer_is_refused_by_its_number() throws IOException {
        FileList list = FileList.nul(bytes("a\0" + "x".repeat(FileList.MAX_NAME_BYTES + 1) + "\0"));
        assertThat(list.next()).contains("a");
        assertThatThrownBy(list::next)
                .isInstanceOf(FileListException.class)
                .hasMessage("entry 2 is longer than 65,536 bytes, so it is not a name");
    }

    @Test
    void a_list_for_the_other_option_is_reported_as_such() {
        FileList list = FileList.lines(bytes("a\0b\0"));
        assertThatThrownBy(list::next)
                .isInstanceOf(FileListException.class)
                .hasMessage(
                        "line 1 contains a NUL, so it is not a name; --files0-from reads names that end with a NUL");
    }

    @Test
    void a_hundred_megabytes_without_an_end_are_not_read_to_their_end() {
        Endless endless = new Endless('x', 100L << 20);
        FileList list = FileList.lines(new SequenceInputStream(bytes("a\n"), endless));
        assertThatThrownBy(() -> names(list)).isInstanceOf(FileListException.class);
        assertThat(endless.left()).isGreaterThan(99L << 20);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(12); i > 0; i--) {
            char c = (char) (1 + random.nextInt(255));
            name.append(c == '\n' ? 'n' : c);
        }
        return name.toString();
    }

    private static List<String> names(FileList list) throws IOException {
        List<String> names = new ArrayList<>();
        for (Optional<String> name = list.next(); name.isPresent(); name = list.next()) {
            names.add(name.get());
        }
        return names;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
