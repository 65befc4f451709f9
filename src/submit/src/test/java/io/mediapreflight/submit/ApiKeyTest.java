package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
    private static final String TEXT = "sk-0123/45+67=89\"ab";
    private static final ApiKey KEY = ApiKey.of(TEXT);

    @TempDir
    private Path directory;

    private ApiKey file(String content) throws IOException {
        return ApiKey.fromFile(Files.writeString(directory.resolve("key"), content, StandardCharsets.UTF_8));
    }

    @Test
    void comes_from_the_environment() {
        assertThat(ApiKey.fromEnvironment(Map.of("IMINI_API_KEY", TEXT)).text()).isEqualTo(TEXT);
        assertThatThrownBy(() -> ApiKey.fromEnvironment(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No API key: IMINI_API_KEY is not set");
        assertThatThrownBy(() -> ApiKey.fromEnvironment(Map.of("IMINI_API_KEY", "")))
                .hasMessage("The API key in IMINI_API_KEY is empty");
    }

    @Test
    void comes_from_a_file_without_its_last_line_feed() throws IOException {
        assertThat(file(TEXT).text()).isEqualTo(TEXT);
        assertThat(file(TEXT + "\n").text()).isEqualTo(TEXT);
        assertThat(file(TEXT + "\r\n").text()).isEqualTo(TEXT);
    }

    @Test
    void what_cannot_be_a_key_is_refused_without_being_shown() {
        for (String bad : List.of(
                "", "\n", TEXT + "\n\n", " " + TEXT, TEXT + " x", TEXT + "\u0000", TEXT + "\u00e9", "x".repeat(5000))) {
            assertThatThrownBy(() -> file(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The API key in ")
                    .hasMessageNotContaining(TEXT);
        }
        assertThatThrownBy(() -> ApiKey.fromFile(directory)).isInstanceOf(IOException.class);
    }

    @Test
    void does_not_show_itself() {
        assertThat(KEY).hasToString("ApiKey[***]");
        assertThat(Service.builder().apiKey(KEY).build().toString()).doesNotContain(TEXT);
    }

    @Test
    void is_masked_in_every_spelling() {
        for (String spelling : List.of(
                TEXT,
                "sk-0123\\/45+67=89\\\"ab",
                "sk-0123%2F45%2b67%3D89%22ab",
                "sk-0123%252F45+67=89%2522ab",
                "sk-0123/45+67&#61;89&#x22;ab",
                "\\u0073k-0123\\u002F45\\u002b67=89\\u0022ab",
                "sk-0123/45+67=89\\\\\\\"ab")) {
            assertThat(KEY.masked("<" + spelling + ">")).as(spelling).isEqualTo("<***>");
        }
    }

    @Test
    void is_masked_where_a_text_breaks_off_in_it() {
        assertThat(KEY.masked("key: sk-0123/4")).isEqualTo("key: ***");
        assertThat(KEY.masked("key: sk-0")).isEqualTo("key: sk-0");
    }

    @Test
    void any_bearer_token_is_masked() {
        assertThat(KEY.masked("Authorization: Bearer abcdefgh12345.x_y-z, ok"))
                .isEqualTo("Authorization: Bearer ***, ok");
        assertThat(KEY.masked("{\"h\":\"bearer 0123456789\"}")).isEqualTo("{\"h\":\"bearer ***\"}");
        assertThat(KEY.masked("Bearer of news")).isEqualTo("Bearer of news");
    }

    @Test
    @Timeout(60)
    void a_hostile_text_does_not_hold_it() {
        for (String part : List.of("\\", "%25", "&#0", "Bearer ", "Bearer\t", "sk-012", "\\u")) {
            String hostile = part.repeat(200_000 / part.length());
            assertThat(KEY.masked(hostile)).hasSizeLessThanOrEqualTo(hostile.length());
        }
    }

    @Test
    void a_short_key_is_masked_as_a_word_only() {
        assertThat(ApiKey.of("task").masked("task_1 of key task, subtask")).isEqualTo("task_1 of key ***, subtask");
    }

    @Test
    void is_masked_in_either_case() {
        assertThat(KEY.masked("<" + TEXT.toUpperCase(Locale.ROOT) + ">")).isEqualTo("<***>");
    }

    @Test
    void is_masked_where_only_its_beginning_is_shown() {
        assertThat(KEY.masked("{\"message\":\"bad sk-0123/45+67...\"}")).isEqualTo("{\"message\":\"bad ***...\"}");
    }

    @Test
    void is_masked_whatever_unseen_characters_stand_in_it() {
        for (String unseen : List.of("\u00ad", "\u200b", "\u0000", "\n", "\\u00ad", "\\n", "\u200b\u200b")) {
            for (int at = 1; at < TEXT.length(); at++) {
                String broken = TEXT.substring(0, at) + unseen + TEXT.substring(at);
                assertThat(KEY.masked("<" + broken + ">")).as(broken).isEqualTo("<***>");
            }
            assertThat(KEY.masked(String.join(unseen, TEXT.split("")))).isEqualTo("***");
        }
    }

    @Test
    void is_masked_in_base64_and_in_hexadecimal() {
        byte[] alone = TEXT.getBytes(StandardCharsets.US_ASCII);
        byte[] bearer = ("Bearer " + TEXT).getBytes(StandardCharsets.US_ASCII);
        for (byte[] bytes : List.of(alone, bearer)) {
            assertThat(KEY.masked("<" + Base64.getEncoder().encodeToString(bytes) + ">"))
                    .isEqualTo("<***>");
            assertThat(KEY.masked("<" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ">"))
                    .isEqualTo("<***>");
        }
        assertThat(KEY.masked("<" + HexFormat.of().withUpperCase().formatHex(alone) + ">"))
                .isEqualTo("<***>");
    }
}
