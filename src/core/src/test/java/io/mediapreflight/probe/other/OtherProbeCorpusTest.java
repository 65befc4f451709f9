package io.mediapreflight.probe.other;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real files, named before us by exiftool, mediainfo and ffprobe. */
class OtherProbeCorpusTest {
    /** What the other probes name; the rest is ours, what the tools could not name included. */
    private static final Set<String> NAMED_ELSEWHERE =
            Set.of("jpeg", "png", "mp4", "mp4-segment", "m4v", "f4v", "mov", "3gp", "heic", "avif", "m4a");

    /** The tools' names for what we name otherwise. */
    private static final Map<String, String> SAME = Map.of("mpegvideo", "mpeg", "mpegps", "mpeg");

    private static final String FFMPEG_FIXTURES =
            "bramp+ffmpeg-cli-wrapper/src/test/resources/net/bramp/ffmpeg/fixtures/";

    /** Where we differ from the tools, and why. */
    private static final Map<String, String> DIFFERENCES = Map.ofEntries(
            // "jxl " in the first box's type: exiftool and mediainfo say so too, ffprobe alone does not.
            entry("image-size+image-size/specs/images/valid/jxl/sample.jxl", "image jxl"),
            entry("sindresorhus+file-type/fixture/fixture.jxl", "image jxl"),
            // 7B and 22 come first: JSON, which the oracle calls text.
            entry(FFMPEG_FIXTURES + "book_with_chapters.m4b", "other json"),
            entry(FFMPEG_FIXTURES + "chapters_with_long_id.m4b", "other json"),
            entry(FFMPEG_FIXTURES + "ffprobe-big_buck_bunny_720p_1mb.mp4", "other json"),
            entry(FFMPEG_FIXTURES + "ffprobe-video_with_reserved_color_space.mp4", "other json"),
            entry("sindresorhus+file-type/fixture/fixture-json.webp", "other json"));

    /** MEMSIZE.BMP and SPADE.BMP begin with BA, and with BM at byte 14: arrays of bitmaps, unknown to the tools. */
    private static final Set<String> UNKNOWN = Set.of("unknown", "bmp");

    @Test
    void agrees_with_the_oracle_on_every_file_that_is_not_broken() throws IOException {
        Path corpus = Corpus.directory();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (Row row : rows(corpus)) {
            if (!row.kind.equals("broken") && !NAMED_ELSEWHERE.contains(row.format)) {
                expected.put(row.path, row.kind + " " + SAME.getOrDefault(row.format, row.format));
                actual.put(row.path, named(corpus.resolve(row.path)));
            }
        }
        expected.putAll(DIFFERENCES);
        assertThat(actual).hasSizeGreaterThan(150).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void names_even_broken_files_or_says_that_it_cannot() throws IOException {
        Path corpus = Corpus.directory();
        for (Row row : rows(corpus)) {
            if (row.kind.equals("broken") && !NAMED_ELSEWHERE.contains(row.format)) {
                Set<String> possible = Set.of("unknown", "empty").contains(row.format) ? UNKNOWN : Set.of(row.format);
                String named = named(corpus.resolve(row.path));
                assertThat(possible).as(row.path).contains(named.substring(named.indexOf(' ') + 1));
            }
        }
    }

    private static String named(Path file) throws IOException {
        try (FileSource source = FileSource.open(file)) {
            Window window = new Window(source, ByteBuffer.allocate(Window.CAPACITY));
            Probed probed = new OtherProbe().probe(window);
            assertThat(window.bytesRead()).isLessThanOrEqualTo(OtherProbe.MAX_READ);
            String format = probed.format().isPresent() ? probed.format().get().id() : "unknown";
            return probed.kind().id() + " " + format;
        }
    }

    private record Row(String path, String kind, String format) {}

    private static List<Row> rows(Path corpus) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("oracle.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("path")) {
                rows.add(new Row(cells[0], cells[3], cells[4]));
            }
        }
        return rows;
    }
}
