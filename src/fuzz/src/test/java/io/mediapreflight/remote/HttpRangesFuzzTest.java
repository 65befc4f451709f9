package io.mediapreflight.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of files as servers send them: {@code Content-Range} and {@code multipart/byteranges}. */
class HttpRangesFuzzTest {
    private static final long MAX_HEAP = 8L << 20;
    private static final long SIZE = 1000;
    private static final Pattern RANGE = Pattern.compile(
            "bytes _(?:(\\*)|([0-9]{1,18})-([0-9]{1,18}))_/_(\\*|[0-9]{1,18})".replace("_", "[\\x00-\\x20]*"),
            Pattern.CASE_INSENSITIVE);

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "bytes 0-99/1000\n",
                "bytes */1000\n",
                "Bytes 5-5/*\n",
                "multipart/byteranges; boundary=x\n--x\r\nContent-Range: bytes 0-1/1000\r\n\r\nab\r\n--x\r\nContent-Range: bytes "
                        + "10-11/1000\r\n\r\ncd\r\n--x--\r\n",
                "multipart/byteranges; boundary=\"x\"\n--x\r\nContent-Type: video/mp4\r\nContent-Range: bytes 5-9/1000\r\n\r\n--x--\r\n--x--");
    }

    /** The first line is a header, the rest a body. */
    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "ranges.dict")
    @FuzzTest(maxDuration = "")
    void any_range_is_understood_in_every_detail_or_not_at_all(byte[] bytes) throws Exception {
        int end = Math.max(0, new String(bytes, ISO_8859_1).indexOf('\n'));
        String header = new String(bytes, 0, end, ISO_8859_1);
        byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        Heap.requireAtMost(MAX_HEAP, () -> {
            requireRange(header);
            requireParts(header, body);
            requireRoundTrip(body);
        });
    }

    private static void requireRange(String header) {
        Optional<ContentRange> range = ContentRange.read(header);
        Matcher matcher = RANGE.matcher(header.trim());
        if (range.isEmpty()) {
            return;
        }
        ContentRange found = range.get();
        Texts.require(matcher.matches(), "read from " + header + ": " + found);
        if (found.first() >= 0) {
            Texts.requireSame(new BigInteger(matcher.group(2)).longValueExact(), found.first(), "the first");
            Texts.requireSame(new BigInteger(matcher.group(3)).longValueExact(), found.last(), "the last");
            Texts.require(found.first() <= found.last(), "ends before it begins: " + found);
            Texts.require(found.size().isEmpty() || found.last() < found.size().getAsLong(), "past the end: " + found);
        }
        Texts.requireSame(found.size().isEmpty(), matcher.group(4).equals("*"), "the size of " + header);
    }

    /** Each part is a slice of the body, as long as its range, and within the file. */
    private static void requireParts(String header, byte[] body) {
        Optional<Map<Long, byte[]>> parts = Multipart.read(header, body, SIZE);
        if (parts.isPresent()) {
            String text = new String(body, ISO_8859_1);
            parts.get().forEach((start, part) -> {
                Texts.require(start >= 0 && start + part.length <= SIZE && part.length > 0, "a part at " + start);
                Texts.require(text.contains(new String(part, ISO_8859_1)), "a part that was not sent");
            });
            Texts.require(header.toLowerCase(Locale.ROOT).contains("boundary="), "no boundary in " + header);
        }
    }

    /** Whatever the bytes of a part are, boundaries among them, they come back. */
    private static void requireRoundTrip(byte[] body) {
        int half = body.length / 2;
        if (half == 0 || body.length > SIZE) {
            return;
        }
        byte[] first = Arrays.copyOf(body, half);
        byte[] second = Arrays.copyOfRange(body, half, body.length);
        byte[] sent = Bytes.join(part(0, first), part(half, second), Bytes.text("\r\n--x--\r\n"));
        Map<Long, byte[]> read =
                Multipart.read("multipart/byteranges; boundary=x", sent, SIZE).orElseThrow();
        Texts.require(
                read.size() == 2 && Arrays.equals(read.get(0L), first) && Arrays.equals(read.get((long) half), second),
                "other parts");
    }

    private static byte[] part(long start, byte[] bytes) {
        String range = start + "-" + (start + bytes.length - 1) + "/" + SIZE;
        return Bytes.join(Bytes.text("\r\n--x\r\nContent-Range: bytes " + range + "\r\n\r\n"), bytes);
    }
}
