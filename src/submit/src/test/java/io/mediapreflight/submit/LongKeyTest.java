package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.fault.FaultServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the greatest length, of whatever characters, in every place, on a small stack as on a usual one. */
class LongKeyTest extends FaultTest {
    private static final int LENGTH = 4096;
    private static final long SMALL_STACK = 256 << 10;

    private static String randomKey() {
        Random random = new Random(4096);
        StringBuilder key = new StringBuilder();
        while (key.length() < LENGTH) {
            key.append((char) ('!' + random.nextInt('~' - '!' + 1)));
        }
        return key.toString();
    }

    private static String letters() {
        Random random = new Random(1);
        StringBuilder key = new StringBuilder("sk-");
        while (key.length() < LENGTH) {
            key.append(Character.forDigit(random.nextInt(36), 36));
        }
        return key.toString();
    }

    private static List<String> keys() {
        return List.of(
                randomKey(),
                letters(),
                "\\".repeat(LENGTH),
                "\\a\\b\\c\\d".repeat(LENGTH / 8),
                "\\u005c".repeat(LENGTH / 6),
                "%5C%".repeat(LENGTH / 4),
                "a".repeat(LENGTH),
                "\\\\\\\\\\\\\\\\x");
    }

    private static List<String> spellings(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        List<String> spellings = new ArrayList<>();
        String json = key.replace("\\", "\\\\").replace("\"", "\\\"");
        spellings.add(key);
        spellings.add(json);
        spellings.add(json.replace("\\", "\\\\").replace("\"", "\\\""));
        spellings.add(json.replace("/", "\\/"));
        spellings.add(each(key, "%%%02X"));
        spellings.add(each(key, "%%25%02x"));
        spellings.add(each(key, "\\u%04x"));
        spellings.add(each(key, "&#x%x;"));
        spellings.add(each(key, "&#%d;"));
        spellings.add(Base64.getEncoder().encodeToString(bytes));
        spellings.add(Base64.getUrlEncoder().encodeToString(("Bearer " + key).getBytes(StandardCharsets.US_ASCII)));
        spellings.add(HexFormat.of().formatHex(bytes));
        return spellings;
    }

    private static String each(String key, String format) {
        StringBuilder spelt = new StringBuilder();
        key.chars().forEach(c -> spelt.append(String.format(format, c)));
        return spelt.toString();
    }

    private static void maskAll() {
        for (String key : keys()) {
            ApiKey api = ApiKey.of(key);
            for (String spelling : spellings(key)) {
                String masked = api.masked("<" + spelling + ">");
                assertThat(masked.replaceAll("[<>*]", ""))
                        .as("left of %.40s", spelling)
                        .isEmpty();
                assertThat(masked).hasSizeLessThanOrEqualTo("<***>".length());
            }
        }
    }

    @Test
    void is_masked_in_every_spelling() {
        maskAll();
    }

    @Test
    void is_masked_on_a_small_stack() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, LongKeyTest::maskAll, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((ignored, e) -> thrown.set(e));
        thread.start();
        thread.join();
        assertThat(thrown.get()).isNull();
    }

    /** A process whose every thread has a small stack. */
    static final class Child {
        public static void main(String[] arguments) {
            maskAll();
        }
    }

    @Test
    void is_masked_in_a_process_with_small_stacks() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xss256k",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(printed).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 20, 24, 100})
    void its_end_alone_is_masked(int length) {
        String key = letters();
        ApiKey api = ApiKey.of(key);
        String end = key.substring(key.length() - length);
        assertThat(api.masked("ends with ..." + end + ", sorry")).isEqualTo("ends with ...***, sorry");
        assertThat(api.masked(each(end, "%%%02x"))).isEqualTo("***");
        assertThat(api.masked(end.substring(0, 8) + "\u200b" + end.substring(8)))
                .isEqualTo("***");
    }

    @Test
    void what_is_shorter_than_sixteen_characters_of_its_end_stays() {
        String key = letters();
        String end = key.substring(key.length() - 15);
        assertThat(ApiKey.of(key).masked(end)).isEqualTo(end);
    }

    @Test
    void nothing_in_front_of_it_hides_it() {
        ApiKey api = ApiKey.of("abcdef0123456789abcdef");
        for (String before : List.of("%", "\\u", "&#x", "\\", "\\\\", "%25", "&#", "%4")) {
            assertThat(api.masked(before + "abcdef0123456789abcdef;"))
                    .as(before)
                    .doesNotContainIgnoringCase("0123456789");
        }
    }

    @Test
    void is_masked_in_a_header_and_a_body_that_echo_it_and_in_what_a_transport_throws() throws Exception {
        for (String key : List.of(letters(), "\\\"".repeat(LENGTH / 2))) {
            ApiKey api = ApiKey.of(key);
            String escaped = key.replace("\\", "\\\\").replace("\"", "\\\"");
            String body = "{\"error\":{\"code\":\"c\",\"message\":\"no: " + escaped + "\",\"request_id\":\"r-1\"}}";
            FaultServer server = server(responding(400, body, "X-Request-Id: " + key, "Location: /?" + key));
            Service service = service(server.url()).apiKey(api).build();
            Submission.Refused refused = refused(submit(service));
            assertThat(refused.message()).isEqualTo("HTTP 400: no: ***");

            Service broken = service(server.url())
                    .apiKey(api)
                    .transport(call -> {
                        throw new IllegalStateException(key);
                    })
                    .build();
            assertThat(unanswered(submit(broken)).why()).endsWith("the transport failed: ***");
        }
    }

    @Test
    void is_not_shown_where_it_cannot_be_a_key() {
        String bad = letters() + "x";
        assertThatThrownBy(() -> ApiKey.of(bad)).hasMessage("The API key is longer than 4,096 characters");
        assertThatThrownBy(() -> ApiKey.of(letters().substring(1) + " "))
                .hasMessage("The API key contains a space at position 4096");
    }
}
