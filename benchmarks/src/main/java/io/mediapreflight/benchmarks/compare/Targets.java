package io.mediapreflight.benchmarks.compare;

import static io.mediapreflight.benchmarks.sample.Samples.FRAGMENT_A_SECOND;
import static io.mediapreflight.benchmarks.sample.Samples.JPEG_1080P;
import static io.mediapreflight.benchmarks.sample.Samples.JPEG_CAMERA;
import static io.mediapreflight.benchmarks.sample.Samples.JPEG_PROGRESSIVE;
import static io.mediapreflight.benchmarks.sample.Samples.LONG_TABLES;
import static io.mediapreflight.benchmarks.sample.Samples.MOOV_FIRST;
import static io.mediapreflight.benchmarks.sample.Samples.MOOV_LAST;
import static io.mediapreflight.benchmarks.sample.Samples.MOV_ROTATED;
import static io.mediapreflight.benchmarks.sample.Samples.PNG_LARGE;

import io.mediapreflight.benchmarks.compare.Results.AuditFigure;
import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.compare.Results.ProcessFigure;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What a check is meant to cost, beside what it costs: of each group of samples the dearest. */
final class Targets {
    private static final List<String> SMALL_HEADERS = List.of(JPEG_1080P, JPEG_PROGRESSIVE, PNG_LARGE);
    private static final List<String> SMALL_TABLES = List.of(MOOV_FIRST, MOOV_LAST, MOV_ROTATED);
    private static final double MAX_IMAGE_BYTES = 1000;
    private static final double MAX_VIDEO_BYTES = 2500;

    private final Results results;
    private final MarkdownTable table = new MarkdownTable(List.of("", "target", "measured", ""));

    Targets(Results results) {
        this.results = results;
    }

    String table() {
        time("JPEG or PNG, header within 4 KiB", 1.35, SMALL_HEADERS);
        rivals();
        time("camera JPEG, frame header behind 40 KB of EXIF", 1.8, List.of(JPEG_CAMERA));
        time("MP4 or MOV, tables within the window", 1.8, SMALL_TABLES);
        time("MP4, ends of the tables elsewhere", 2.2, List.of(LONG_TABLES));
        time("fragmented once a second, 30 s", 2.7, List.of(FRAGMENT_A_SECOND));
        atMost("allocated for an image", MAX_IMAGE_BYTES, dearest(SMALL_HEADERS, Targets::bytes), "B");
        atMost("allocated for a video", MAX_VIDEO_BYTES, dearest(SMALL_TABLES, Targets::bytes), "B");
        audit();
        process("one file, whole process", 1.7, StartUp.MP4);
        process("the same with JSON", 2.2, StartUp.JSON);
        return table.toString();
    }

    private static double bytes(Figure figure) {
        return figure.bytes().orElse(Double.NaN);
    }

    private OptionalDouble dearest(List<String> files, ToDoubleFunction<Figure> cost) {
        return files.stream()
                .flatMap(file -> results.figure(file, PreflightCheck.NAME).stream())
                .mapToDouble(cost)
                .max();
    }

    private void time(String what, double bound, List<String> files) {
        atMost(what, bound, dearest(files, figure -> figure.multiple().median()), "×");
    }

    private void atMost(String what, double bound, OptionalDouble measured, String unit) {
        if (measured.isPresent()) {
            row(
                    what,
                    "≤ " + text(bound) + " " + unit,
                    text(measured.getAsDouble()) + " " + unit,
                    measured.getAsDouble() <= bound);
        }
    }

    private static String text(double value) {
        return value < 100 ? MarkdownTable.number(value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    private void row(String what, String target, String measured, boolean isMet) {
        table.row(List.of(what, target, measured, isMet ? "met" : "not met"));
    }

    /** The fastest rival on each sample with a small header, which must be slower than a check. */
    private void rivals() {
        List<String> rivals = Contenders.rivals();
        List<String> faster = SMALL_HEADERS.stream()
                .flatMap(file -> rivals.stream()
                        .filter(rival -> multiple(file, rival) < multiple(file, PreflightCheck.NAME))
                        .map(rival -> rival + " on `" + file + "`"))
                .toList();
        row(
                "the same, below every rival",
                "every file",
                faster.isEmpty() ? "every file" : "not " + String.join(", ", faster),
                faster.isEmpty());
    }

    private double multiple(String file, String contender) {
        return results.figure(file, contender)
                .map(figure -> figure.multiple().median())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private void audit() {
        double bound = 0.85;
        results.audit()
                .map(AuditFigure::lean)
                .map(Quartiles::median)
                .ifPresent(rate ->
                        row("audit, of the lean loop's rate, 2 threads", "≥ " + bound, text(rate), rate >= bound));
    }

    private void process(String what, double bound, String command) {
        atMost(
                what,
                bound,
                results.processes().stream()
                        .filter(figure -> figure.command().equals(command))
                        .map(ProcessFigure::multiple)
                        .mapToDouble(Quartiles::median)
                        .findFirst(),
                "× an empty Java program");
    }
}
