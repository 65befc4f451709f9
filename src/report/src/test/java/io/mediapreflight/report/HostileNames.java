package io.mediapreflight.report;

import io.mediapreflight.text.SurrogateEscape;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Names that lie, paint or run: the name as {@link SurrogateEscape} has it, what a terminal shows, and a shell's word. */
final class HostileNames {
    private HostileNames() {}

    static Stream<Arguments> all() {
        return Stream.concat(printable(), hidden());
    }

    private static Stream<Arguments> printable() {
        return Stream.of(
                Arguments.of("plain.jpg", "plain.jpg", "plain.jpg"),
                Arguments.of("two words.jpg", "two words.jpg", "'two words.jpg'"),
                Arguments.of("it's.jpg", "it's.jpg", "'it'\\''s.jpg'"),
                Arguments.of("$(reboot).jpg", "$(reboot).jpg", "'$(reboot).jpg'"),
                Arguments.of("*.jpg", "*.jpg", "'*.jpg'"),
                Arguments.of("~root.jpg", "~root.jpg", "'~root.jpg'"),
                Arguments.of("é漢🕺.jpg", "é漢🕺.jpg", "'é漢🕺.jpg'"),
                Arguments.of("-rf.jpg", "-rf.jpg", "./-rf.jpg"),
                Arguments.of("--.jpg", "--.jpg", "./--.jpg"),
                Arguments.of("@list.jpg", "@list.jpg", "./@list.jpg"),
                Arguments.of("png:x.jpg", "png:x.jpg", "./png:x.jpg"),
                Arguments.of("dir/png:x.jpg", "dir/png:x.jpg", "dir/png:x.jpg"),
                Arguments.of("=x.jpg", "=x.jpg", "'=x.jpg'"),
                Arguments.of("back\\slash.jpg", "back\\\\slash.jpg", "'back\\slash.jpg'"));
    }

    private static Stream<Arguments> hidden() {
        return Stream.of(
                Arguments.of("new\nline.jpg", "new\\nline.jpg", "$'new\\nline.jpg'"),
                Arguments.of("new\\\nline.jpg", "new\\\\\\nline.jpg", "$'new\\\\\\nline.jpg'"),
                Arguments.of("tab\tcr\r.jpg", "tab\\tcr\\r.jpg", "$'tab\\tcr\\015.jpg'"),
                Arguments.of("esc\u001b[31m.jpg", "esc\\x1b[31m.jpg", "$'esc\\033[31m.jpg'"),
                Arguments.of("-'\u007f.jpg", "-'\\x7f.jpg", "$'./-\\'\\177.jpg'"),
                Arguments.of("c1\u009b31m.jpg", "c1\\u009b31m.jpg", "$'c1\\302\\23331m.jpg'"),
                Arguments.of("rtl\u202egpj.exe", "rtl\\u202egpj.exe", "$'rtl\\342\\200\\256gpj.exe'"),
                Arguments.of(
                        "iso\u2066x\u2069.jpg", "iso\\u2066x\\u2069.jpg", "$'iso\\342\\201\\246x\\342\\201\\251.jpg'"),
                Arguments.of(
                        "mark\u200e\u200f.jpg", "mark\\u200e\\u200f.jpg", "$'mark\\342\\200\\216\\342\\200\\217.jpg'"),
                Arguments.of("zero\u200bwidth.jpg", "zero\\u200bwidth.jpg", "$'zero\\342\\200\\213width.jpg'"),
                Arguments.of("bom\ufeff.jpg", "bom\\ufeff.jpg", "$'bom\\357\\273\\277.jpg'"),
                Arguments.of("line\u2028.jpg", "line\\u2028.jpg", "$'line\\342\\200\\250.jpg'"),
                Arguments.of("filler\u3164.jpg", "filler\\u3164.jpg", "$'filler\\343\\205\\244.jpg'"),
                Arguments.of("tag\udb40\udc41.jpg", "tag\\U000e0041.jpg", "$'tag\\363\\240\\201\\201.jpg'"),
                Arguments.of("bytes\udcff\udce9.jpg", "bytes\\xff\\xe9.jpg", "$'bytes\\377\\351.jpg'"));
    }
}
