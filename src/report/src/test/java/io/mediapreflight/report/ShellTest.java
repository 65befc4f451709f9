package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fix.FixCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    private static String quoted(Shell shell, String word) {
        return shell.quoted(List.of("ffmpeg", word))
                .map(line -> line.substring(7))
                .orElse("refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain              | plain                | plain",
                "-nostdin           | -nostdin             | -nostdin",
                "10                 | '10'                 | 10",
                "-c:v               | '-c:v'               | -c:v",
                "--                 | '--'                 | --",
                "--%                | '--%'                | refused",
                "two words          | 'two words'          | \"two words\"",
                "it's               | 'it''s'              | \"it's\"",
                "typo\u2019s        | 'typo\u2019\u2019s'  | \"typo\u2019s\"",
                "$(reboot)          | '$(reboot)'          | \"$(reboot)\"",
                "`reboot`           | '`reboot`'           | \"`reboot`\"",
                "a&b¦c>d            | 'a&b¦c>d'            | \"a&b¦c>d\"",
                "a^b                | 'a^b'                | \"a^b\"",
                "(a);{b},c          | '(a);{b},c'          | \"(a);{b},c\"",
                "@list              | '@list'              | \"@list\"",
                "100%d              | '100%d'              | refused",
                "%PATH%             | '%PATH%'             | refused",
                "Wow!               | 'Wow!'               | refused",
                "say \"hi\"         | refused              | refused",
                "C:\\a b\\          | refused              | \"C:\\a b\\\\\"",
                "C:\\ab\\           | 'C:\\ab\\'           | \"C:\\ab\\\\\""
            })
    void windows_takes_a_word_as_it_is_or_not_at_all(String word, String powerShell, String cmd) {
        // The pipe in a word would end the column.
        String real = word.replace('¦', '|');
        assertThat(quoted(Shell.POWERSHELL, real)).isEqualTo(powerShell.replace('¦', '|'));
        assertThat(quoted(Shell.CMD, real)).isEqualTo(cmd.replace('¦', '|'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new\nline", "cr\r", "tab\t", "esc\u001b[31m", "rtl\u202e", "bytes\udcff"})
    void windows_gets_no_word_that_does_not_print(String word) {
        assertThat(Shell.POWERSHELL.quoted(List.of("ffmpeg", word))).isEmpty();
        assertThat(Shell.CMD.quoted(List.of("ffmpeg", word))).isEmpty();
        assertThat(Shell.POSIX.quoted(List.of("ffmpeg", word))).isPresent();
    }

    @Test
    void an_empty_word_is_lost_in_powershell_alone() {
        assertThat(Shell.POWERSHELL.quoted(List.of("ffmpeg", ""))).isEmpty();
        assertThat(Shell.CMD.quoted(List.of("ffmpeg", ""))).contains("ffmpeg \"\"");
        assertThat(Shell.POSIX.quoted(List.of("ffmpeg", ""))).contains("ffmpeg ''");
    }

    private static FixCommand rename(String from, String to) {
        return new FixCommand(List.of("mv", "-n", "--", from, to), to);
    }

    @Test
    void each_shell_renames_with_its_own_command_which_overwrites_nothing() {
        FixCommand command = rename("clips/it's a.mov", "clips/it's a.mp4");
        assertThat(Shell.POSIX.quoted(command)).contains("mv -n -- 'clips/it'\\''s a.mov' 'clips/it'\\''s a.mp4'");
        assertThat(Shell.POWERSHELL.quoted(command))
                .contains("Rename-Item -LiteralPath 'clips/it''s a.mov' -NewName 'it''s a.mp4'");
        assertThat(Shell.CMD.quoted(command)).contains("ren \"clips\\it's a.mov\" \"it's a.mp4\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%b", "a!b", "a*b", "a?b", "a\"b", "a\nb"})
    void cmd_renames_nothing_that_it_could_take_for_something_else(String name) {
        assertThat(Shell.CMD.quoted(rename(name + ".mov", name + ".mp4"))).isEmpty();
    }
}
